package fi.kumppani.grants.award;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One attempt to pay an instalment.
 *
 * @param id never used for another attempt
 * @param instalment which one, from 1
 * @param amount how much
 * @param stage how far it is
 * @param reason why the bank did not carry it out, as its ISO 20022 code; null when none is told
 * @param at when it came so far
 */
public record Payment(
        String id, int instalment, Euros amount, Stage stage, @Nullable String reason, Instant at) {

    /** How far a payment is. */
    public enum Stage {
        /** It is in a batch that waits for approval. */
        COLLECTED,
        /** It is approved and on its way. */
        PAID,
        /** The bank has carried it out. */
        CONFIRMED,
        /** The bank did not carry it out; the instalment can be paid anew. */
        REJECTED
    }

    /** Whether its instalment cannot be paid by another. */
    public boolean isLive() {
        return stage != Stage.REJECTED;
    }

    /** Whether the money has left, as far as is known. */
    public boolean hasLeft() {
        return stage == Stage.PAID || stage == Stage.CONFIRMED;
    }

    Payment at(Stage next, @Nullable String why, Instant now) {
        return new Payment(id, instalment, amount, next, why, now);
    }
}
