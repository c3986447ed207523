package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;

/**
 * Whom a letter comes from.
 *
 * @param address the header {@code From} and the envelope
 * @param name what readers see before the address
 * @param replyTo where answers go
 */
public record Sender(EmailAddress address, String name, EmailAddress replyTo) {}
