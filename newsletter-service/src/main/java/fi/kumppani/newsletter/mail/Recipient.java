package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.CalendarEntry;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Whom a mail goes to; known while it is sent, and never kept.
 *
 * @param email the address
 * @param language the language they read
 * @param links signed links into the portal, by what they allow
 * @param facts what the mail tells
 * @param calendar what it tells their calendar; null for nothing
 * @param list the list it is about and how it is left; null when it is about none
 * @param enclosed what comes along with it, in their language
 */
public record Recipient(
        EmailAddress email,
        Language language,
        Map<String, URI> links,
        Facts facts,
        @Nullable CalendarEntry calendar,
        @Nullable ListHeaders list,
        List<Block> enclosed) {

    /** Somebody whose calendar is told nothing. */
    public Recipient(EmailAddress email, Language language, Map<String, URI> links, Facts facts) {
        this(email, language, links, facts, null);
    }

    /** Somebody who is written to about no list. */
    public Recipient(
            EmailAddress email,
            Language language,
            Map<String, URI> links,
            Facts facts,
            @Nullable CalendarEntry calendar) {
        this(email, language, links, facts, calendar, null, List.of());
    }

    /** Copies the links and what comes along. */
    public Recipient {
        links = Map.copyOf(links);
        enclosed = List.copyOf(enclosed);
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "Recipient[]";
    }
}
