package fi.kumppani.contracts.grants;

import fi.kumppani.contracts.Money;

/**
 * The sums of a call's budget (määräraha). Each euro is in one of them: the appropriation is what
 * is available, reserved, granted, paid and returned together.
 *
 * @param callId whose budget it is
 * @param appropriation what there is
 * @param available what can still be promised
 * @param reserved what is held for decisions that are being made
 * @param granted what is promised and not paid yet
 * @param paid what is paid and was not paid back
 * @param returned what was paid back
 */
public record Ledger(
        String callId,
        Money appropriation,
        Money available,
        Money reserved,
        Money granted,
        Money paid,
        Money returned) {}
