package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/** What is asked of newsletter-service on the way of an issue to its readers. */
final class OrderFacts {

    private static final String SENDING = DraftFacts.PATH + "/sending";
    private static final String IF_MATCH = "If-Match";

    private OrderFacts() {}

    /**
     * How many an issue would go to today.
     *
     * @param readers who read the list
     * @param recipients those of them whom the issue is meant for
     */
    record Recipients(int readers, int recipients) {}

    static Question<Recipients> recipients(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                Recipients.class,
                DraftFacts.PATH + "/recipients",
                DraftFacts.at(municipality, id));
    }

    /** Says that these words may go out. */
    static Question<Done> approve(String municipality, String id, String seen) {
        return put(DraftFacts.PATH + "/approval", municipality, id, Map.of(), seen);
    }

    /**
     * Orders it to be sent.
     *
     * @param at when; null for now
     */
    static Question<Done> send(String municipality, String id, @Nullable Instant at, String seen) {
        return put(SENDING, municipality, id, at == null ? Map.of() : Map.of("at", at), seen);
    }

    /** Takes the order back: what waits is a draft again, what is on its way stops for good. */
    static Question<Done> cancel(String municipality, String id, String seen) {
        return Question.delete(Backend.NEWSLETTER, SENDING, DraftFacts.at(municipality, id))
                .with(IF_MATCH, seen);
    }

    /** Begins no more letters for now. */
    static Question<Done> pause(String municipality, String id, String seen) {
        return put(SENDING + "/pause", municipality, id, Map.of(), seen);
    }

    /** Goes on where it stopped. */
    static Question<Done> resume(String municipality, String id, String seen) {
        return Question.delete(
                        Backend.NEWSLETTER, SENDING + "/pause", DraftFacts.at(municipality, id))
                .with(IF_MATCH, seen);
    }

    private static Question<Done> put(
            String path, String municipality, String id, Object body, String seen) {
        return Question.put(
                        Backend.NEWSLETTER, Done.class, path, DraftFacts.at(municipality, id), body)
                .with(IF_MATCH, seen);
    }
}
