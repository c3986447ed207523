package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;

import org.jspecify.annotations.Nullable;

/**
 * Whom a letter comes from.
 *
 * @param address the header {@code From} and the envelope
 * @param name what readers see before the address
 * @param replyTo where answers go
 * @param brand how the letter looks
 * @param signature what it is signed with; null for nothing
 */
public record Sender(
        EmailAddress address,
        String name,
        EmailAddress replyTo,
        Brand brand,
        @Nullable DomainSignature signature) {

    /** One whose letters look plain and are not signed here. */
    public Sender(EmailAddress address, String name, EmailAddress replyTo) {
        this(address, name, replyTo, Brand.PLAIN, null);
    }
}
