package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks for words in what issues say. */
final class Words {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MOST = 10;

    private Words() {}

    /** The words of a query; case does not matter. */
    static List<String> of(String query) {
        return SPACE.splitAsStream(query.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Whether each of the words is somewhere in it, in whatever language, also inside others. */
    static boolean areAllIn(Copy copy, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String said =
                Stream.concat(
                                Stream.of(copy.title()),
                                copy.items().stream()
                                        .flatMap(item -> Stream.of(item.title(), item.text())))
                        .flatMap(Words::inAllLanguages)
                        .reduce(copy.label(), (all, text) -> all + '\n' + text)
                        .toLowerCase(Locale.ROOT);
        return words.stream().allMatch(said::contains);
    }

    private static Stream<String> inAllLanguages(LocalizedText text) {
        return Stream.of(Language.values()).map(text::get).flatMap(Stream::ofNullable);
    }
}
