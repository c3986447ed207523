package fi.kumppani.localstack.mail;

import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The pages of the mail catcher. */
final class MailPages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d.M.yyyy 'at' HH.mm.ss", Locale.ENGLISH)
                    .withZone(ZoneId.of("Europe/Helsinki"));

    private static final int LISTED = 200;

    private final TemplateEngine templates;

    MailPages() {
        var resolver = new ClassLoaderTemplateResolver(MailPages.class.getClassLoader());
        resolver.setPrefix("mail/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(resolver);
        templates = engine;
    }

    String list(List<MailSummary> mails) {
        return render(
                "list",
                Map.of(
                        "mails",
                        mails.stream().limit(LISTED).map(Row::of).toList(),
                        "more",
                        Math.max(0, mails.size() - LISTED)));
    }

    String one(MailSummary mail, MailContent content) {
        String text = content.text();
        return render(
                "one",
                Map.of(
                        "mail",
                        Row.of(mail),
                        "text",
                        text == null ? "" : ClickableText.toHtml(text),
                        "html",
                        content.html() != null,
                        "headers",
                        content.headers(),
                        "attachments",
                        content.attachments().stream().map(MailContent::nameOf).toList()));
    }

    static String style() {
        // By this class: request threads have no class loader that knows the jars in our jar.
        try (var style = MailPages.class.getResourceAsStream("/web/local-stack.css")) {
            return new String(Objects.requireNonNull(style).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String render(String template, Map<String, Object> model) {
        return templates.process(template, new Context(Locale.ENGLISH, model));
    }

    record Row(long id, String subject, String from, String to, Instant date, String time) {

        static Row of(MailSummary mail) {
            return new Row(
                    mail.id(),
                    mail.subject().isBlank() ? "(no subject)" : mail.subject(),
                    mail.from(),
                    String.join(", ", mail.to()),
                    mail.date(),
                    TIME.format(mail.date()));
        }
    }
}
