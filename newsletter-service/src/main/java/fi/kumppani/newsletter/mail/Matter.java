package fi.kumppani.newsletter.mail;

import java.time.Instant;

/**
 * What a mail is about, fixed when it is queued. The recipient is not in it: whoever knows them is
 * asked when the mail is sent.
 *
 * @param id of the mail; that of the message that caused it, if one did
 * @param kind what it tells
 * @param causeId what caused it
 * @param about the aggregate that it is about, at the service that knows the recipient
 * @param queuedAt when it was queued
 */
public record Matter(String id, MailKind kind, String causeId, String about, Instant queuedAt) {}
