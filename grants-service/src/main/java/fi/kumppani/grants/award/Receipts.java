package fi.kumppani.grants.award;

import fi.kumppani.kit.money.Euros;

import java.time.Instant;

/**
 * That the receipts of what is paid afterwards were looked through.
 *
 * @param costs the costs they show that are approved
 * @param by who looked through them, as the identity provider's opaque {@code sub}
 */
public record Receipts(Euros costs, String by, Instant at) {}
