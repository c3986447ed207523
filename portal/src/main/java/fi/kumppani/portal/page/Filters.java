package fi.kumppani.portal.page;

import java.util.List;
import java.util.function.Predicate;

/** By which words a list is narrowed that is whole when it is shown; the first word means all. */
public final class Filters {

    private Filters() {}

    /** The word that was asked for; the first one when it is none of them. */
    public static String known(List<String> words, String asked) {
        return words.contains(asked) ? asked : words.getFirst();
    }

    /** What of a list fits one of the words. */
    public static <T> List<T> passing(
            List<String> words, String word, List<T> all, Predicate<T> fits) {
        return word.equals(words.getFirst()) ? all : all.stream().filter(fits).toList();
    }
}
