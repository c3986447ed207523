package fi.kumppani.localstack.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * What a list of mails shows.
 *
 * @param to whom the envelope named, which is who received it
 * @param date when it was accepted
 */
record MailSummary(
        long id, String messageId, String from, List<String> to, String subject, Instant date) {

    static MailSummary of(
            long id, MimeMessage message, String receivedHeader, String recipientsHeader) {
        try {
            String recipients = message.getHeader(recipientsHeader, ",");
            return new MailSummary(
                    id,
                    text(message.getHeader("Message-ID", null)),
                    decoded(message.getHeader("From", ",")),
                    Arrays.stream(text(recipients).split(","))
                            .map(String::strip)
                            .filter(recipient -> !recipient.isEmpty())
                            .toList(),
                    decoded(message.getHeader("Subject", null)),
                    Instant.parse(message.getHeader(receivedHeader, null)));
        } catch (MessagingException e) {
            throw new IllegalStateException("Mail " + id + " cannot be read", e);
        }
    }

    boolean isTo(String address) {
        return to.stream().anyMatch(recipient -> recipient.equalsIgnoreCase(address));
    }

    static String decoded(@Nullable String header) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(text(header)));
        } catch (UnsupportedEncodingException e) {
            return text(header);
        }
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
