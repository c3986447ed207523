package fi.kumppani.newsletter.dispatch.smtp;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.letter.CalendarEntry;
import fi.kumppani.newsletter.letter.DomainSignature;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;

import org.eclipse.angus.mail.smtp.SMTPMessage;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/**
 * A letter in MIME: text and HTML side by side, in quoted-printable, so that no line of the content
 * is ever a line of the protocol. What it tells a calendar goes along in base64, byte for byte.
 */
final class MimeLetter extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String FILE = "invite.ics";
    private static final int LONGEST_LINE = 200;
    private static final Pattern NOT_IN_A_LINE =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\s]+");

    private final String messageId;

    private MimeLetter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    static MimeLetter of(Session session, Letter letter, Instant date, QuotedPrintable words)
            throws MessagingException {
        MimeLetter mime = new MimeLetter(session, letter.messageId());
        mime.setFrom(address(letter.from().address(), letter.from().name()));
        mime.setReplyTo(new InternetAddress[] {address(letter.from().replyTo(), "")});
        EmailAddress returnPath = letter.returnPath();
        if (returnPath != null) {
            mime.setEnvelopeFrom(returnPath.value());
        }
        mime.setRecipient(Message.RecipientType.TO, address(letter.to(), ""));
        mime.setSubject(oneLine(letter.subject()), UTF_8);
        mime.setSentDate(Date.from(date));
        mime.setHeader("Content-Language", letter.language().code());
        mime.setHeader("Auto-Submitted", "auto-generated");
        ListHeaders list = letter.list();
        if (list != null) {
            mime.setHeader("List-Id", "<" + list.listId() + ">");
            URI byMail = list.leaveByMail();
            mime.setHeader(
                    "List-Unsubscribe",
                    "<%s>%s"
                            .formatted(
                                    list.leave().toASCIIString(),
                                    byMail == null ? "" : ", <" + byMail.toASCIIString() + ">"));
            mime.setHeader("List-Archive", "<" + list.archive().toASCIIString() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mime.setContent(parts(letter, words));
        mime.saveChanges();
        DomainSignature signature = letter.from().signature();
        if (signature != null) {
            DkimHeader.sign(mime, signature);
        }
        return mime;
    }

    /**
     * The calendar object stands beside text and HTML, where mail programs look for an invitation,
     * and once more as a file, for those that only know files (RFC 6047, 2.4).
     */
    private static MimeMultipart parts(Letter letter, QuotedPrintable words)
            throws MessagingException {
        MimeMultipart parts =
                new MimeMultipart(
                        "alternative",
                        quoted(words.of(letter.text()), "plain"),
                        quoted(words.of(letter.html()), "html"));
        CalendarEntry entry = letter.calendar();
        if (entry == null) {
            return parts;
        }
        byte[] object = entry.content().getBytes(StandardCharsets.UTF_8);
        parts.addBodyPart(
                part(object, "text/calendar; method=" + entry.method() + "; charset=UTF-8"));
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(parts);
        MimeBodyPart file = part(object, "application/ics; name=" + FILE);
        file.setHeader("Content-Disposition", "attachment; filename=" + FILE);
        return new MimeMultipart("mixed", both, file);
    }

    private static MimeBodyPart part(byte[] content, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", "<" + messageId + ">");
    }

    /** Without control characters and line separators of any kind, and not too long. */
    static String oneLine(String text) {
        String line = NOT_IN_A_LINE.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= LONGEST_LINE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LINE - 1)) + "…";
    }

    private static InternetAddress address(EmailAddress address, String name)
            throws MessagingException {
        try {
            return name.isBlank()
                    ? new InternetAddress(address.value(), true)
                    : new InternetAddress(address.value(), oneLine(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("Every JDK has UTF-8", e);
        }
    }

    /** A part whose content is in quoted-printable already. */
    private static MimeBodyPart quoted(byte[] content, String subtype) throws MessagingException {
        InternetHeaders headers = new InternetHeaders();
        headers.setHeader("Content-Type", "text/" + subtype + "; charset=" + UTF_8);
        headers.setHeader("Content-Transfer-Encoding", QuotedPrintable.NAME);
        return new MimeBodyPart(headers, content);
    }
}
