package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * A part of an issue.
 *
 * @param title its heading
 * @param text what it says; plain text, a blank line begins another paragraph
 * @param link where there is more, {@code https} or {@code http}; null for nowhere
 * @param picture what is shown below the heading; null for nothing
 * @param contact who answers questions; null for nobody
 */
public record Item(
        LocalizedText title,
        LocalizedText text,
        @Nullable URI link,
        @Nullable Picture picture,
        @Nullable Contact contact) {

    /** One without a picture and a contact. */
    public Item(LocalizedText title, LocalizedText text, @Nullable URI link) {
        this(title, text, link, null, null);
    }

    /**
     * A picture that readers load from where it is.
     *
     * @param address {@code https}
     * @param alt what it shows, for those who do not see it
     */
    public record Picture(URI address, LocalizedText alt) {}

    /**
     * A role that answers questions; whoever holds it, letters stay true.
     *
     * @param role such as järjestökoordinaattori
     * @param email of the role; null for none
     * @param phone of the role; null for none
     */
    public record Contact(
            LocalizedText role, @Nullable EmailAddress email, @Nullable String phone) {}
}
