package fi.kumppani.newsletter.mail.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.MailTemplate;
import fi.kumppani.newsletter.mail.MailVariables;
import fi.kumppani.newsletter.mail.TemplateText;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Words of a municipality's own as coordinators write them; what is absent is said in ours.
 *
 * @param subject one line
 * @param lead the first paragraph
 * @param closing a last paragraph beside ours
 */
record MailTemplateRequest(
        @Nullable LocalizedText subject,
        @Nullable LocalizedText lead,
        @Nullable LocalizedText closing) {

    /**
     * The template.
     *
     * @throws fi.kumppani.kit.problem.Problem 422 that names every text at fault
     */
    MailTemplate toDomain(MailKind kind) {
        FieldErrors errors =
                new FieldErrors()
                        .longest("subject", subject, MailTemplate.LONGEST_SUBJECT)
                        .longest("lead", lead, MailTemplate.LONGEST_PARAGRAPH)
                        .longest("closing", closing, MailTemplate.LONGEST_PARAGRAPH);
        checkOneLine(subject, errors);
        checkVariables("subject", subject, kind, errors);
        checkVariables("lead", lead, kind, errors);
        checkVariables("closing", closing, kind, errors);
        errors.throwIfAny();
        return new MailTemplate(subject, lead, closing);
    }

    private static void checkOneLine(@Nullable LocalizedText subject, FieldErrors errors) {
        for (Language language : Language.values()) {
            String text = subject == null ? null : subject.get(language);
            if (text != null && text.codePoints().anyMatch(Character::isISOControl)) {
                errors.add("subject." + language.code(), "one-line", "A subject is one line");
            }
        }
    }

    private static void checkVariables(
            String field, @Nullable LocalizedText texts, MailKind kind, FieldErrors errors) {
        List<String> known = MailVariables.of(kind);
        for (Language language : Language.values()) {
            String text = texts == null ? null : texts.get(language);
            if (text == null) {
                continue;
            }
            TemplateText template = new TemplateText(text);
            if (!template.isWellFormed()) {
                errors.add(
                        field + "." + language.code(),
                        "malformed",
                        "A variable is a name in braces, such as {title}");
            } else if (!known.containsAll(template.variables())) {
                errors.add(
                        field + "." + language.code(),
                        "unknown-variable",
                        "One of " + String.join(", ", known));
            }
        }
    }
}
