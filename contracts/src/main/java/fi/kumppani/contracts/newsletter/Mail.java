package fi.kumppani.contracts.newsletter;

/**
 * The public state of one mail; ids only.
 *
 * @param id the mail
 * @param causeId id of the message that caused it, or of the issue
 * @param kind what it is about, for example {@code registration-confirmed}
 * @param status {@code queued}, {@code sent}, {@code uncertain} or {@code failed}
 */
public record Mail(String id, String causeId, String kind, String status) {}
