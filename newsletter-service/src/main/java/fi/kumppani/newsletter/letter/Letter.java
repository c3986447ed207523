package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * One mail as it goes out.
 *
 * @param messageId without angle brackets; the same whenever the same mail is sent again
 * @param from whom it comes from
 * @param to its only recipient
 * @param language the language it is in
 * @param subject one line
 * @param text the plain text part
 * @param html the HTML part
 * @param list the list it went to; null for what is no newsletter
 * @param calendar what it tells the reader's calendar; null for nothing
 * @param returnPath where reports about it go; null for its sender
 */
public record Letter(
        String messageId,
        Sender from,
        EmailAddress to,
        Language language,
        String subject,
        Wording text,
        Wording html,
        @Nullable ListHeaders list,
        @Nullable CalendarEntry calendar,
        @Nullable EmailAddress returnPath) {

    /** A letter that tells no calendar anything. */
    public Letter(
            String messageId,
            Sender from,
            EmailAddress to,
            Language language,
            String subject,
            String text,
            String html,
            @Nullable ListHeaders list) {
        this(
                messageId,
                from,
                to,
                language,
                subject,
                Wording.of(text),
                Wording.of(html),
                list,
                null,
                null);
    }

    /**
     * How to leave the list (RFC 2369, RFC 8058) and which it is (RFC 2919).
     *
     * @param listId {@code <id>.<domain>}, without angle brackets
     * @param leave where a POST leaves the list at once and a GET shows a page
     * @param archive where its letters so far can be read
     * @param leaveByMail where a mail leaves the list; null when none is received
     */
    public record ListHeaders(String listId, URI leave, URI archive, @Nullable URI leaveByMail) {}

    /** Says nothing of the person or the content, so that no log does. */
    @Override
    public String toString() {
        return "Letter[" + messageId + "]";
    }
}
