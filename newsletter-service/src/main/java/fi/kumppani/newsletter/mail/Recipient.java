package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import java.net.URI;
import java.util.Map;

/**
 * Whom a mail goes to; known while it is sent, and never kept.
 *
 * @param email the address
 * @param language the language they read
 * @param links signed links into the portal, by what they allow
 * @param facts what the mail tells
 */
public record Recipient(
        EmailAddress email, Language language, Map<String, URI> links, Facts facts) {

    /** Copies the links. */
    public Recipient {
        links = Map.copyOf(links);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Recipient[]";
    }
}
