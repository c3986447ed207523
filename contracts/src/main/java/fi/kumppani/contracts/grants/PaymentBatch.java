package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

/**
 * Payments of a call that are approved and sent to the bank together (maksatuserä).
 *
 * @param id UUIDv7
 * @param callId whose budget it is paid from
 * @param status {@code collecting}, {@code proposed}, {@code discarded}, {@code approved}, {@code
 *     exported}, {@code confirmed} or {@code partly-rejected}
 * @param payments how many
 * @param rejected how many of them the bank did not carry out
 * @param total what they come to
 */
public record PaymentBatch(
        String id, String callId, String status, int payments, int rejected, Money total) {}
