package fi.kumppani.localstack.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;

/**
 * Which mails a test asks for, in the encoding of forms: {@code +} stands for a space.
 *
 * @param to one recipient's whole address
 * @param subject a part of the subject, in any case
 * @param afterId only mails with a greater id
 * @param afterDate only mails accepted later
 */
record MailQuery(
        @Nullable String to,
        @Nullable String subject,
        @Nullable Long afterId,
        @Nullable Instant afterDate) {

    /** Takes {@code after} as an id when it is a number, and else as an instant. */
    static MailQuery of(URI request) {
        String after = parameter(request, "after");
        boolean isId = after != null && after.matches("\\d{1,18}");
        return new MailQuery(
                parameter(request, "to"),
                parameter(request, "subject"),
                after != null && isId ? Long.valueOf(after) : null,
                after != null && !isId ? Instant.parse(after) : null);
    }

    boolean matches(MailSummary mail) {
        return (to == null || mail.isTo(to))
                && (subject == null || lower(mail.subject()).contains(lower(subject)))
                && (afterId == null || mail.id() > afterId)
                && (afterDate == null || mail.date().isAfter(afterDate));
    }

    private static @Nullable String parameter(URI request, String name) {
        String value =
                UriComponentsBuilder.fromUri(request).build().getQueryParams().getFirst(name);
        return value == null || value.isEmpty()
                ? null
                : URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
