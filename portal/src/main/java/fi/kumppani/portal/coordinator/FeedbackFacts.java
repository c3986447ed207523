package fi.kumppani.portal.coordinator;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.event.RulesFacts;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What those who come to an event are asked afterwards, as events-service tells it.
 *
 * @param anonymous whether answers are kept without who gave them
 * @param after how long after the end people are asked
 */
record FeedbackFacts(List<RulesFacts.Question> questions, boolean anonymous, Duration after) {

    private static final String FEEDBACK = "/v1/municipalities/{municipality}/events/{id}/feedback";

    /** Nothing is asked yet. */
    static final FeedbackFacts NONE = new FeedbackFacts(List.of(), true, Duration.ofHours(2));

    /** Takes what is not told for nothing. */
    FeedbackFacts {
        questions = questions == null ? List.of() : List.copyOf(questions);
        after = after == null ? Duration.ofHours(2) : after;
    }

    /** What is to be asked. */
    record Asking(List<AskedQuestion> questions, boolean anonymous, Duration after) {}

    /**
     * What was answered.
     *
     * @param answered how many answered anything
     */
    record Results(int answered, List<Counted> questions) {

        Results {
            questions = questions == null ? List.of() : List.copyOf(questions);
        }
    }

    /**
     * What was answered to a question.
     *
     * @param answered how many answered it
     * @param options how often each was chosen
     * @param texts what was written
     */
    record Counted(
            RulesFacts.Question question,
            int answered,
            Map<String, Integer> options,
            List<String> texts) {

        Counted {
            options = options == null ? Map.of() : Map.copyOf(options);
            texts = texts == null ? List.of() : List.copyOf(texts);
        }
    }

    /** Asks what is asked. */
    static Question<FeedbackFacts> of(String municipality, String event) {
        return Question.get(
                Backend.EVENTS,
                FeedbackFacts.class,
                FEEDBACK,
                Map.of("municipality", municipality, "id", event));
    }

    /** Says what is to be asked. */
    static Question<FeedbackFacts> ask(
            String municipality, String event, Asking asking, String seen) {
        return Question.put(
                        Backend.EVENTS,
                        FeedbackFacts.class,
                        FEEDBACK,
                        Map.of("municipality", municipality, "id", event),
                        asking)
                .with("If-Match", seen);
    }

    /** Asks what was answered. */
    static Question<Results> results(String municipality, String event) {
        return Question.get(
                Backend.EVENTS,
                Results.class,
                FEEDBACK + "/results",
                Map.of("municipality", municipality, "id", event));
    }
}
