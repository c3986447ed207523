package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.person.Person;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads a list that services answer page by page. */
public final class WholeList {

    /** Items a page; as many as services give. */
    public static final int AT_ONCE = 200;

    private static final int MOST_PAGES = 5;
    private static final int MOST_PAGES_IN_ORDER = 25;

    private WholeList() {}

    /**
     * The first thousand of a list.
     *
     * @param page asks for what begins at a place; empty for the beginning
     * @return with where the rest begins, if there is more
     */
    public static <T> Answer<Listing<T>> of(
            Person person, Function<String, Question<Listing<T>>> page) {
        return read(person, MOST_PAGES, page);
    }

    /**
     * The first five thousand of a list, to be put in an order that its service does not know, or
     * into a file.
     *
     * @param page asks for what begins at a place; empty for the beginning
     * @return with where the rest begins, if there is more
     */
    public static <T> Answer<Listing<T>> toOrder(
            Person person, Function<String, Question<Listing<T>>> page) {
        return read(person, MOST_PAGES_IN_ORDER, page);
    }

    private static <T> Answer<Listing<T>> read(
            Person person, int most, Function<String, Question<Listing<T>>> page) {
        List<T> items = new ArrayList<>();
        String next = "";
        for (int pages = 0; pages < most && next != null; pages++) {
            Answer<Listing<T>> answer = person.answer(page.apply(next));
            if (!(answer instanceof Answer.Found<Listing<T>>(var found))) {
                return answer;
            }
            items.addAll(found.items());
            next = found.next();
        }
        return new Answer.Found<>(new Listing<>(items, next));
    }
}
