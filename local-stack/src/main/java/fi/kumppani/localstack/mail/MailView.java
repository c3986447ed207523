package fi.kumppani.localstack.mail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One mail as JSON. */
record MailView(
        long id,
        String messageId,
        String from,
        List<String> to,
        String subject,
        Instant date,
        @Nullable String text,
        @Nullable String html,
        Map<String, List<String>> headers,
        List<String> attachments) {

    static MailView of(MailSummary mail, MailContent content) {
        return new MailView(
                mail.id(),
                mail.messageId(),
                mail.from(),
                mail.to(),
                mail.subject(),
                mail.date(),
                content.text(),
                content.html(),
                content.headers(),
                content.attachments().stream().map(MailContent::nameOf).toList());
    }
}
