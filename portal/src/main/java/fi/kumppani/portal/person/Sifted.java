package fi.kumppani.portal.person;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads lists page by page for what a service does not filter itself. */
public final class Sifted {

    /** As many pages are looked through for what passes. */
    private static final int MOST_LOOKED_AT = 20;

    private Sifted() {}

    /**
     * A page of what passes; at least one unless nothing more does within twenty pages.
     *
     * @param from where an earlier page said that this one begins; empty for the beginning
     * @param least when so many have passed, no more is looked for
     * @param page asks for the page that begins somewhere
     */
    public static <T> Answer<Listing<T>> of(
            Person person,
            String from,
            int least,
            Function<String, Question<Listing<T>>> page,
            Predicate<T> passes) {
        List<T> passed = new ArrayList<>();
        String next = from;
        for (int looked = 0; looked < MOST_LOOKED_AT && next != null; looked++) {
            Answer<Listing<T>> answer = person.answer(page.apply(next));
            if (!(answer instanceof Answer.Found<Listing<T>>(var found))) {
                return answer;
            }
            found.items().stream().filter(passes).forEach(passed::add);
            next = found.next();
            if (passed.size() >= least) {
                break;
            }
        }
        return new Answer.Found<>(new Listing<>(passed, next));
    }
}
