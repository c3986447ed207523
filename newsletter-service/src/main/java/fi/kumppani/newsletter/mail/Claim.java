package fi.kumppani.newsletter.mail;

import java.time.Instant;

/**
 * The right of one process to send a mail, kept before the first byte of it leaves.
 *
 * @param token of this claim alone
 * @param until when it ends; by then the mail has left or has not
 */
public record Claim(String token, Instant until) {}
