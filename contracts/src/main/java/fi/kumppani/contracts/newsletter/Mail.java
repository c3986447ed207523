package fi.kumppani.contracts.newsletter;

import org.jspecify.annotations.Nullable;

/**
 * The public state of one mail; ids only.
 *
 * @param id the mail
 * @param causeId id of the message that caused it, or of the issue
 * @param kind what it is about, for example {@code registration-confirmed}
 * @param about the aggregate the mail is about, for example a registration; null when it is known
 *     by the cause alone
 * @param status {@code queued}, {@code sent}, {@code uncertain} or {@code failed}
 */
public record Mail(String id, String causeId, String kind, @Nullable String about, String status) {}
