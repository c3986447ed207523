package fi.kumppani.grants.award;

import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That the receipts of what is paid afterwards were looked through.
 *
 * @param costs the costs they show that are approved
 * @param receivedOn the day they arrived; null of what was stated without it, or is in a report
 * @param by who looked through them, as the identity provider's opaque {@code sub}
 */
public record Receipts(Euros costs, @Nullable LocalDate receivedOn, String by, Instant at) {}
