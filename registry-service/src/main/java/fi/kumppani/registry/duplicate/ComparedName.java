package fi.kumppani.registry.duplicate;

import org.apache.commons.text.similarity.LevenshteinDistance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A name as it is compared: small letters without accents, without punctuation and without what
 * only says that an association is registered.
 *
 * @param words its words as they follow one another; never empty
 * @param telling those of them that tell it from other associations, in alphabetical order
 */
record ComparedName(List<String> words, List<String> telling) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern ABBREVIATION = Pattern.compile("\\br\\s?\\.\\s?([yf])\\b");
    private static final Pattern REGISTERED =
            Pattern.compile("\\b(rekisteroity yhdistys|registrerad forening)\\b");
    private static final Pattern APOSTROPHES = Pattern.compile("['’´`]");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}+");

    private static final Set<String> LEGAL_FORMS = Set.of("ry", "rf", "sr");
    private static final Set<String> KINDS = Set.of("yhdistys", "forening", "foreningen");

    private static final int SHORTEST_WITH_AN_ERROR = 5;
    private static final int SHORTEST_WITH_TWO = 7;
    private static final LevenshteinDistance AT_MOST_TWO = new LevenshteinDistance(2);

    /** A name as it was written; empty when it has neither letters nor digits. */
    static Optional<ComparedName> of(String written) {
        String plain =
                ACCENTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKD))
                        .replaceAll("")
                        .toLowerCase(Locale.ROOT);
        plain = ABBREVIATION.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll("r$1");
        String spaced = BETWEEN_WORDS.matcher(plain).replaceAll(" ").strip();
        List<String> all = wordsOf(spaced);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<String> words =
                without(LEGAL_FORMS, wordsOf(REGISTERED.matcher(spaced).replaceAll(" ")), all);
        return Optional.of(
                new ComparedName(words, without(KINDS, words, words).stream().sorted().toList()));
    }

    /** Whether it is the same name, but for the order of the words and what joins them. */
    boolean isSame(ComparedName other) {
        return inAnyOrder().equals(other.inAnyOrder()) || inOne().equals(other.inOne());
    }

    /** Whether the names differ in one word at most, and there as typing errors and cases do. */
    boolean isLike(ComparedName other) {
        List<String> here = new ArrayList<>(telling);
        List<String> there = new ArrayList<>(other.telling);
        for (String word : telling) {
            if (there.remove(word)) {
                here.remove(word);
            }
        }
        return here.size() == there.size()
                && (here.isEmpty()
                        || (here.size() == 1 && areAlike(here.getFirst(), there.getFirst())));
    }

    /** What it has in common with every name that is the same or like it; with few others. */
    Stream<String> keys() {
        Stream<String> alike =
                IntStream.range(0, telling.size())
                        .mapToObj(
                                left -> {
                                    List<String> others = new ArrayList<>(telling);
                                    String word = others.remove(left);
                                    return "like " + word.charAt(0) + " " + spaced(others);
                                });
        return Stream.concat(Stream.of("same " + inAnyOrder(), "one " + inOne()), alike).distinct();
    }

    private String inAnyOrder() {
        return spaced(words.stream().sorted().toList());
    }

    private String inOne() {
        return String.join("", words);
    }

    private static boolean areAlike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        if (shorter < SHORTEST_WITH_AN_ERROR
                || one.charAt(0) != other.charAt(0)
                || !LETTERS.matcher(one).matches()
                || !LETTERS.matcher(other).matches()) {
            return false;
        }
        int distance = AT_MOST_TWO.apply(one, other);
        return distance >= 0 && distance <= (shorter < SHORTEST_WITH_TWO ? 1 : 2);
    }

    private static List<String> without(Set<String> left, List<String> words, List<String> all) {
        List<String> others = words.stream().filter(word -> !left.contains(word)).toList();
        return others.isEmpty() ? all : others;
    }

    private static List<String> wordsOf(String spaced) {
        return Stream.of(spaced.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    private static String spaced(List<String> words) {
        return String.join(" ", words);
    }
}
