package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.grantee.LaterDecision;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Map;

/**
 * How those concerned were told of a decision, and until when they can claim a revised one.
 *
 * @param channel how the party is told; absent when that was not stated
 * @param mailLost whether the e-mail never arrives, so that another way is needed
 * @param knownOn the day the party knew, or is presumed to have known
 * @param partyUntil the last day on which the party can claim
 * @param membersUntil the last day on which a member of the municipality can
 * @param finalFrom the first day on which nobody can any more
 */
record NotificationFacts(
        LocalDate decidedOn,
        @Nullable String channel,
        @Nullable LocalDate sentOn,
        boolean mailLost,
        @Nullable LocalDate knownOn,
        @Nullable LocalDate partyUntil,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate membersUntil,
        @Nullable LocalDate finalFrom) {

    private static final String PATH = ApplicationFacts.PATH + "/decision/notification";
    private static final String LATER_PATH = LaterDecision.PATH + "/{decision}/notification";

    static Question<NotificationFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                NotificationFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /**
     * States what was done, by whoever has seen this version.
     *
     * @param what {@code sending}, {@code receipt} or {@code publication}
     */
    static Question<NotificationFacts> state(
            String municipality,
            String application,
            String what,
            Map<String, Object> body,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        NotificationFacts.class,
                        PATH + "/" + what,
                        ApplicationFacts.at(municipality, application),
                        body)
                .with("If-Match", seen);
    }

    /**
     * Of a decision that came after the one on the application.
     *
     * @param decision such as {@code change-1}
     */
    static Question<NotificationFacts> ofLater(
            String municipality, String application, String decision) {
        return Question.get(
                Backend.GRANTS,
                NotificationFacts.class,
                LATER_PATH,
                later(municipality, application, decision));
    }

    /** The same as {@link #state} of such a decision. */
    static Question<NotificationFacts> stateLater(
            String municipality,
            String application,
            String decision,
            String what,
            Map<String, Object> body,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        NotificationFacts.class,
                        LATER_PATH + "/" + what,
                        later(municipality, application, decision),
                        body)
                .with("If-Match", seen);
    }

    private static Map<String, String> later(
            String municipality, String application, String decision) {
        return Map.of("municipality", municipality, "id", application, "decision", decision);
    }
}
