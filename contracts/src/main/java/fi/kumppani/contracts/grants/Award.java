package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * What became of what was granted to an application, after the decision.
 *
 * @param applicationId UUIDv7
 * @param answer {@code open}, {@code accepted}, {@code declining} or {@code declined}
 * @param paid what has left, as far as is known
 * @param receipts the costs whose receipts are approved, of what is paid afterwards; absent until
 *     then
 * @param payments every attempt to pay, in the order they were made
 */
public record Award(
        String applicationId,
        String answer,
        Money paid,
        @Nullable Money receipts,
        List<AwardPayment> payments) {

    /**
     * One attempt to pay an instalment.
     *
     * @param id never used for another attempt
     * @param instalment which one, from 1
     * @param amount how much
     * @param stage {@code collected}, {@code paid}, {@code confirmed} or {@code rejected}
     * @param reasonCode why the bank did not carry it out, as its ISO 20022 code
     */
    public record AwardPayment(
            String id, int instalment, Money amount, String stage, @Nullable String reasonCode) {}
}
