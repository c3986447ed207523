package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What was asked to be otherwise about a grant, as grants-service tells it.
 *
 * @param terms in force
 * @param items in the order they were asked
 */
public record ChangesFacts(Terms terms, List<Item> items) {

    private static final String PATH = ApplicationFacts.PATH + "/changes";

    /** Copies the list. */
    public ChangesFacts {
        items = List.copyOf(items);
    }

    /** Terms, or those of them that are to be otherwise. */
    public record Terms(
            @Nullable String use, @Nullable LocalDate beginsOn, @Nullable LocalDate endsOn) {}

    /**
     * One request.
     *
     * @param status {@code open}, {@code withdrawn}, {@code refused}, {@code approved} or {@code
     *     partly-approved}
     */
    public record Item(
            int number,
            String status,
            Terms wish,
            String reasons,
            Instant askedAt,
            @Nullable Ruling ruling) {}

    /**
     * The decision on a request.
     *
     * @param approved what is otherwise from now on; absent when it was refused
     */
    public record Ruling(
            @Nullable Terms approved, LocalDate decidedOn, LocalizedText explanation) {}

    /** Whether one waits to be decided. */
    boolean isWaiting() {
        return items.stream().anyMatch(each -> each.status().equals("open"));
    }

    /** Asks for it. */
    public static Question<ChangesFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                ChangesFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /**
     * Asks for other terms.
     *
     * @param key of the form, which makes it one request however often it is sent
     */
    static Question<ChangesFacts> ask(
            String municipality, String application, Map<String, Object> wish, String key) {
        return Question.post(
                        Backend.GRANTS,
                        ChangesFacts.class,
                        PATH,
                        ApplicationFacts.at(municipality, application),
                        wish)
                .with("Idempotency-Key", key);
    }

    /** Takes a request back, by whoever has seen this version. */
    static Question<ChangesFacts> withdraw(
            String municipality, String application, int number, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ChangesFacts.class,
                        PATH + "/{number}/withdrawal",
                        Map.of(
                                "municipality",
                                municipality,
                                "id",
                                application,
                                "number",
                                Integer.toString(number)),
                        Map.of())
                .with("If-Match", seen);
    }
}
