package fi.kumppani.portal.redresswork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was done about a decision, as grants-service tells those who handle it.
 *
 * @param cases in the order they arrived
 * @param courtAppeal the appeal to a court; absent when there is none
 * @param finalFrom the first day on which the decision is final; absent while that cannot be told
 */
record RedressFacts(
        List<Case> cases, @Nullable CourtAppeal courtAppeal, @Nullable LocalDate finalFrom) {

    private static final String PATH = ApplicationFacts.PATH + "/decision/redress";
    private static final String IF_MATCH = "If-Match";

    RedressFacts {
        cases = List.copyOf(cases);
    }

    /**
     * A claim, or that a board took the decision up.
     *
     * @param kind {@code party-claim}, {@code member-claim} or {@code taken-up}
     * @param late whether its time was over when it arrived
     * @param hearer the board that rules
     * @param outcome {@code revised}, {@code dismissed}, {@code not-examined} or {@code withdrawn};
     *     absent until then
     * @param knownOn the day who claimed knew of the ruling
     */
    record Case(
            int number,
            String kind,
            LocalDate arrivedOn,
            boolean late,
            String hearer,
            @Nullable String claimant,
            @Nullable String text,
            @Nullable String outcome,
            @Nullable LocalDate ruledOn,
            @Nullable String section,
            @Nullable LocalizedText explanation,
            @Nullable LocalDate knownOn) {

        private static final Set<String> LEAVES_THE_DECISION = Set.of("dismissed", "not-examined");

        /** Says nothing of who claims what, so that no log does. */
        @Override
        public String toString() {
            return "Case[" + number + "]";
        }

        /** Whether it waits for a ruling. */
        boolean isOpen() {
            return outcome == null;
        }

        /** Whether there is a ruling of its own that leaves the decision as it is. */
        boolean hasDocument() {
            return outcome != null && LEAVES_THE_DECISION.contains(outcome);
        }

        /** Whether who claimed is to be told of the ruling. */
        boolean isToBeTold() {
            return hasDocument() && !kind.equals("taken-up") && knownOn == null;
        }
    }

    /**
     * An appeal to a court.
     *
     * @param endedOn the day the court's ruling became final; absent until then
     */
    record CourtAppeal(LocalDate filedOn, @Nullable LocalDate endedOn) {}

    /** The case with this number. */
    Optional<Case> find(int number) {
        return cases.stream().filter(each -> each.number() == number).findFirst();
    }

    static Question<RedressFacts> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                RedressFacts.class,
                PATH,
                ApplicationFacts.at(municipality, application));
    }

    /**
     * Adds a case, once for this key.
     *
     * @param what {@code claims} or {@code taken-up}
     */
    static Question<RedressFacts> add(
            String municipality,
            String application,
            String what,
            Map<String, Object> body,
            String key) {
        return Question.post(
                        Backend.GRANTS,
                        RedressFacts.class,
                        PATH + "/" + what,
                        ApplicationFacts.at(municipality, application),
                        body)
                .with("Idempotency-Key", key);
    }

    /** States an appeal to a court, by whoever has seen this version. */
    static Question<RedressFacts> appeal(
            String municipality, String application, Map<String, Object> body, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        RedressFacts.class,
                        PATH + "/court-appeal",
                        ApplicationFacts.at(municipality, application),
                        body)
                .with(IF_MATCH, seen);
    }

    /** Records what was ruled on a case; the same again is answered the same. */
    static Question<RedressFacts> rule(
            String municipality, String application, int number, Map<String, Object> body) {
        return Question.put(
                Backend.GRANTS,
                RedressFacts.class,
                PATH + "/cases/{number}/ruling",
                at(municipality, application, number),
                body);
    }

    /** States when who claimed knew of the ruling, by whoever has seen this version. */
    static Question<RedressFacts> known(
            String municipality,
            String application,
            int number,
            Map<String, Object> body,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        RedressFacts.class,
                        PATH + "/cases/{number}/ruling/notification",
                        at(municipality, application, number),
                        body)
                .with(IF_MATCH, seen);
    }

    private static Map<String, String> at(String municipality, String application, int number) {
        return Map.of(
                "municipality",
                municipality,
                "id",
                application,
                "number",
                Integer.toString(number));
    }
}
