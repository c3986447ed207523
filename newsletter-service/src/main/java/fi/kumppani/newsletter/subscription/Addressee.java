package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Whom a list is sent to. An association is written to at its role address, or at those of several
 * people, each of whom confirms for themselves.
 *
 * @param email the address
 * @param language the language they read
 * @param associationId the association they read for, as the registry knows it; null for nobody but
 *     themselves
 * @param areas codes of the areas they want to hear of; empty for the whole municipality
 */
public record Addressee(
        EmailAddress email, Language language, @Nullable String associationId, Set<String> areas) {

    /** Copies the codes. */
    public Addressee {
        areas = Set.copyOf(areas);
    }

    /** One who hears of the whole municipality. */
    public Addressee(EmailAddress email, Language language, @Nullable String associationId) {
        this(email, language, associationId, Set.of());
    }

    /** The same in another language and about other areas. */
    Addressee in(Language wanted, Set<String> ofAreas) {
        return new Addressee(email, wanted, associationId, ofAreas);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Addressee[]";
    }
}
