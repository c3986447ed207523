package fi.kumppani.contracts.newsletter;

import org.jspecify.annotations.Nullable;

/**
 * What came back of a letter; ids only.
 *
 * @param id stands for the mailbox, and says nothing about it
 * @param letterId the mail, or {@code <issue>.<subscription>} for a letter of an issue; null when
 *     the report does not say
 * @param kind {@code hard}, {@code soft} or {@code complaint}
 * @param suppressed whether nothing more is sent to the mailbox
 */
public record Bounce(String id, @Nullable String letterId, String kind, boolean suppressed) {}
