package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.util.List;
import java.util.Map;

/**
 * How many of those who have a seat need what, as events-service tells it.
 *
 * @param registrations that need something
 * @param people who come under them
 */
record NeedsFacts(int registrations, int people, List<Asked> questions) {

    private static final ParameterizedTypeReference<Listing<Needing>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String PATH = "/v1/municipalities/{municipality}/events/{id}/needs";
    private static final int MOST = 50;

    NeedsFacts {
        questions = List.copyOf(questions);
    }

    /**
     * A question.
     *
     * @param purpose {@code catering} or {@code accessibility}
     * @param texts what was written, in no order; nothing once needs are erased
     * @param written how many wrote something
     */
    record Asked(
            String question,
            LocalizedText label,
            String purpose,
            List<Answered> answered,
            List<String> texts,
            int written) {

        Asked {
            answered = List.copyOf(answered);
            texts = List.copyOf(texts);
        }
    }

    /** An answer, how many registrations chose it, and how many people come under them. */
    record Answered(LocalizedText label, int registrations, int people) {}

    /**
     * Somebody who needs something.
     *
     * @param name null for those whose name is not known
     * @param seats how many come under the number
     */
    record Needing(long number, @Nullable String name, int seats, List<Answer> answers) {

        Needing {
            answers = List.copyOf(answers);
        }
    }

    /**
     * What somebody answered.
     *
     * @param chosen what was chosen; nothing where it is written
     * @param text what was written; null where it is chosen
     */
    record Answer(LocalizedText label, List<LocalizedText> chosen, @Nullable String text) {

        Answer {
            chosen = chosen == null ? List.of() : List.copyOf(chosen);
        }
    }

    /** Asks how many need what. */
    static Question<NeedsFacts> counts(String municipality, String event) {
        return Question.get(
                Backend.EVENTS, NeedsFacts.class, PATH + "/counts", at(municipality, event));
    }

    /** Asks who needs what, which the event's journal tells of. */
    static Question<Listing<Needing>> people(String municipality, String event, String from) {
        return Question.page(Backend.EVENTS, LISTING, PATH, at(municipality, event), from, MOST);
    }

    private static Map<String, String> at(String municipality, String event) {
        return Map.of("municipality", municipality, "id", event);
    }
}
