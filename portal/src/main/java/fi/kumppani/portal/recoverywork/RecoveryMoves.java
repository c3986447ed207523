package fi.kumppani.portal.recoverywork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.grantee.ClaimsFacts;
import fi.kumppani.portal.official.Refusals;

import java.util.Map;
import java.util.Set;

/** Asks grants-service to claim something back, to decide on it, and to book what came. */
final class RecoveryMoves {

    static final String FAMILY = "recovery";

    private static final String PATH = ApplicationFacts.PATH + "/recovery";
    private static final Set<String> REASONS =
            Set.of(
                    "over-paid",
                    "hearing-open",
                    "already-decided",
                    "not-decided",
                    "same-person",
                    "over-owed",
                    "out-of-order",
                    "rate-missing");

    /** What is wrong with a proposal or a decision. */
    static final Refusals REFUSALS = new Refusals(FAMILY, REASONS, Map.of("over-paid", "amount"));

    /** What is wrong with money that was booked. */
    static final Refusals OF_RETURNS =
            new Refusals(
                    FAMILY,
                    REASONS,
                    Map.of(
                            "over-paid", "returned",
                            "over-owed", "returned",
                            "out-of-order", "receivedOn"),
                    path -> path.equals("amount") ? "returned" : path);

    private RecoveryMoves() {}

    /**
     * Adds a claim or money that came, once for this key.
     *
     * @param what {@code claims} or {@code returns}
     */
    static Question<ClaimsFacts> add(
            String municipality,
            String application,
            String what,
            Map<String, Object> body,
            String key) {
        return Question.post(
                        Backend.GRANTS,
                        ClaimsFacts.class,
                        PATH + "/" + what,
                        ApplicationFacts.at(municipality, application),
                        body)
                .with("Idempotency-Key", key);
    }

    /**
     * Decides a claim or gives it up, by whoever has seen this version.
     *
     * @param move {@code decision} or {@code dropping}
     */
    static Question<ClaimsFacts> move(
            String municipality,
            String application,
            int number,
            String move,
            Map<String, Object> body,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        ClaimsFacts.class,
                        PATH + "/claims/{number}/" + move,
                        Map.of(
                                "municipality",
                                municipality,
                                "id",
                                application,
                                "number",
                                Integer.toString(number)),
                        body)
                .with("If-Match", seen);
    }
}
