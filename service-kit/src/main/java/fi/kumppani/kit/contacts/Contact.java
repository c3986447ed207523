package fi.kumppani.kit.contacts;

import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Whom to write to and what to write about. Leaves the service that owns it in one answer only, and
 * is kept by nobody else.
 *
 * @param email the address
 * @param language the language the person reads
 * @param recipientRef an opaque id of the recipient, the same in every answer
 * @param links signed links into the portal, by what they allow
 * @param facts what the template tells: texts, numbers, and localized texts
 * @param calendar what the mail tells the reader's calendar; null for nothing
 */
public record Contact(
        String email,
        Language language,
        String recipientRef,
        Map<String, String> links,
        Map<String, Object> facts,
        @Nullable CalendarPart calendar) {

    /** A contact for a mail that tells no calendar anything. */
    public Contact(
            String email,
            Language language,
            String recipientRef,
            Map<String, String> links,
            Map<String, Object> facts) {
        this(email, language, recipientRef, links, facts, null);
    }

    /** Copies the maps. */
    public Contact {
        links = Map.copyOf(links);
        facts = Map.copyOf(facts);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Contact[recipientRef=" + recipientRef + "]";
    }
}
