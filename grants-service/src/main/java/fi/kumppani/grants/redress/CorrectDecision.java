package fi.kumppani.grants.redress;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.ReviseDecision;
import fi.kumppani.grants.grantapplication.RevisionCause;
import fi.kumppani.grants.grantapplication.Verdict;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;

/**
 * Whoever decided corrects an error of the decision by deciding anew (hallintolaki 434/2003, 50–52
 * §), within five years.
 */
@Service
public class CorrectDecision {

    private static final int WITHIN_YEARS = 5;

    private final ReplaceDecision replaceDecision;
    private final Clock clock;

    CorrectDecision(ReplaceDecision replaceDecision, Clock clock) {
        this.replaceDecision = replaceDecision;
        this.clock = clock;
    }

    /**
     * A correction.
     *
     * @param cause {@code FACTUAL_ERROR} or {@code CLERICAL_ERROR}
     * @param verdict what is decided instead
     * @param section its number in the minutes or the list of decisions
     * @param consentedOn the day the party consented, which it must to a correction to its
     *     detriment
     * @param causedByParty whether the error is plain and the party's own doing, so that no consent
     *     is needed
     * @param replaced which of the decisions is corrected, 1 for the first
     */
    public record Correction(
            RevisionCause cause,
            Verdict verdict,
            @Nullable String section,
            @Nullable LocalDate consentedOn,
            boolean causedByParty,
            int replaced) {

        /**
         * @throws IllegalArgumentException when it is for another cause
         */
        public Correction {
            if (cause != RevisionCause.FACTUAL_ERROR && cause != RevisionCause.CLERICAL_ERROR) {
                throw new IllegalArgumentException("Not a correction: " + cause);
            }
        }
    }

    /**
     * Corrects the decision in force, in the capacity in which it was made.
     *
     * @param by who corrects, as the identity provider's opaque {@code sub}
     */
    public Result correct(
            GrantApplication.Decided decided, Correction correction, String by, Creation request) {
        DecisionRequest made = decided.decision().request();
        LocalDate today = FinnishTime.today(clock);
        boolean again = made.request().equals(request);
        if (!again
                && today.isAfter(decided.first().request().decidedOn().plusYears(WITHIN_YEARS))) {
            return new Result.TooLate();
        }
        boolean detriment = decided.decision().granted().exceeds(correction.verdict().amount());
        if (!again
                && detriment
                && correction.consentedOn() == null
                && !correction.causedByParty()) {
            return new Result.ConsentMissing();
        }
        var maker =
                new DecisionMaker(made.maker().kind(), made.maker().title(), correction.section());
        var asked = new DecisionRequest(correction.verdict(), maker, by, today, request);
        return new Result.Answered(
                replaceDecision.replace(decided, correction.replaced(), correction.cause(), asked));
    }

    /** What came of it. */
    public sealed interface Result {

        /** It was for the application to answer. */
        record Answered(ReviseDecision.Result answer) implements Result {}

        /** More than five years have passed. */
        record TooLate() implements Result {}

        /** It would be to the party's detriment, and it has not consented. */
        record ConsentMissing() implements Result {}
    }
}
