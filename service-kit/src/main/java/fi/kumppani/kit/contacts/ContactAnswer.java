package fi.kumppani.kit.contacts;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * What the owner of the contact details answers about one mail.
 *
 * @param id the mail's
 * @param found whether there is still somebody to write to; if not, all that follows is absent and
 *     the mail is dropped
 * @param email the address
 * @param language the language the person reads, or the one asked for
 * @param recipientRef an opaque id of the recipient
 * @param links signed links into the portal, by what they allow
 * @param facts what the template tells
 * @param calendar what the mail tells the reader's calendar
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactAnswer(
        String id,
        boolean found,
        @Nullable String email,
        @Nullable Language language,
        @Nullable String recipientRef,
        @Nullable Map<String, String> links,
        @Nullable Map<String, Object> facts,
        @Nullable CalendarPart calendar) {

    /** Nobody is to be written to any more. */
    public static ContactAnswer notFound(String id) {
        return new ContactAnswer(id, false, null, null, null, null, null, null);
    }

    /** The contact for a mail. */
    public static ContactAnswer of(ContactRequest request, Contact contact) {
        return new ContactAnswer(
                request.id(),
                true,
                contact.email(),
                request.language() == null ? contact.language() : request.language(),
                contact.recipientRef(),
                contact.links(),
                contact.facts(),
                contact.calendar());
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "ContactAnswer[id=" + id + ", found=" + found + "]";
    }
}
