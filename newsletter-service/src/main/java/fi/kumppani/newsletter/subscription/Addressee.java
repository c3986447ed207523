package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

/**
 * Whom a list is sent to. An association is written to at its role address, or at those of several
 * people, each of whom confirms for themselves.
 *
 * @param email the address
 * @param language the language they read
 * @param associationId the association they read for, as the registry knows it; null for nobody but
 *     themselves
 */
public record Addressee(EmailAddress email, Language language, @Nullable String associationId) {

    /** The same in another language. */
    Addressee in(Language wanted) {
        return new Addressee(email, wanted, associationId);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Addressee[]";
    }
}
