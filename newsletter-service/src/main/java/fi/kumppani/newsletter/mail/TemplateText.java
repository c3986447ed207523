package fi.kumppani.newsletter.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables, each a name in braces such as {@code {title}}. There is nothing else in it
 * to be carried out, and what a variable stands for is put in as it is, whatever it looks like.
 *
 * @param text the text as it was written
 */
public record TemplateText(String text) {

    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]+)\\}");

    /** The names of its variables. */
    public Set<String> variables() {
        Set<String> names = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** Whether each of its braces belongs to a variable. */
    public boolean isWellFormed() {
        String rest = VARIABLE.matcher(text).replaceAll("");
        return rest.chars().noneMatch(character -> character == '{' || character == '}');
    }

    /**
     * The text with its variables filled in; empty when one of them is not told, as a gap in a
     * sentence is worse than another sentence.
     */
    public Optional<String> filled(Map<String, String> values) {
        Predicate<String> isTold = values::containsKey;
        return variables().stream().allMatch(isTold)
                ? Optional.of(
                        VARIABLE.matcher(text)
                                .replaceAll(
                                        found ->
                                                Matcher.quoteReplacement(
                                                        String.valueOf(
                                                                values.get(found.group(1))))))
                : Optional.empty();
    }
}
