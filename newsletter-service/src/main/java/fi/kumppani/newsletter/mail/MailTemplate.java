package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * What a municipality says in a kind of mail in words of its own, as {@link TemplateText}. What it
 * does not say in the reader's language is said in ours.
 *
 * @param subject the subject, one line; null for ours
 * @param lead the first paragraph; null for ours
 * @param closing a last paragraph beside ours; null for none
 */
public record MailTemplate(
        @Nullable LocalizedText subject,
        @Nullable LocalizedText lead,
        @Nullable LocalizedText closing) {

    /** Nothing. */
    public static final MailTemplate NONE = new MailTemplate(null, null, null);

    /** The most characters of a subject. */
    public static final int LONGEST_SUBJECT = 150;

    /** The most characters of a paragraph. */
    public static final int LONGEST_PARAGRAPH = 2_000;
}
