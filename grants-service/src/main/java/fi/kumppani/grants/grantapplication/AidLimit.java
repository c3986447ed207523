package fi.kumppani.grants.grantapplication;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Keeps the de minimis aid of an undertaking within its limit, whichever municipalities grant it
 * (Regulation (EU) 2023/2831, Article 3(2)).
 */
public interface AidLimit {

    /**
     * Claims room for aid. The answer to one operation never changes, however often it is asked.
     */
    Answer claim(Aid aid);

    /** Gives up what was claimed and came to nothing; again, or never claimed, nothing changes. */
    void release(AssociationId undertaking, OperationId operation);

    /**
     * Takes so much off what an application has; again under the same operation, nothing changes.
     *
     * @param operation of its own
     */
    void giveBack(
            AssociationId undertaking,
            ApplicationId application,
            OperationId operation,
            Euros amount);

    /** How a claim was answered; empty when it was not made. */
    Optional<Answer> answered(AssociationId undertaking, OperationId operation);

    /**
     * Aid that is to be granted.
     *
     * @param operation of this attempt and no other
     * @param day of the decision, for that is when the right to it arises
     */
    record Aid(
            OperationId operation,
            AssociationId undertaking,
            ApplicationId application,
            Euros amount,
            LocalDate day) {}

    /** How a claim was answered. */
    sealed interface Answer {

        /** There is room, and it is held. */
        record Held() implements Answer {}

        /**
         * It would be more than the limit.
         *
         * @param limit the most in three years
         * @param used what of it was used when it was claimed
         */
        record Over(Euros limit, Euros used) implements Answer {}

        /** The undertaking has not declared what it has from others (Article 7(4)). */
        record Undeclared() implements Answer {}
    }
}
