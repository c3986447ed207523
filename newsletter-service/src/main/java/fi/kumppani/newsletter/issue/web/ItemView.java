package fi.kumppani.newsletter.issue.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.newsletter.issue.Item;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/** A part of an issue. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemView(
        LocalizedText title,
        LocalizedText text,
        @Nullable URI link,
        @Nullable PictureView picture,
        @Nullable ContactView contact) {

    /** A picture, loaded from where it is. */
    record PictureView(URI address, LocalizedText alt) {}

    /** A role that answers questions. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ContactView(LocalizedText role, @Nullable String email, @Nullable String phone) {}

    static ItemView of(Item item) {
        Item.Picture picture = item.picture();
        Item.Contact contact = item.contact();
        return new ItemView(
                item.title(),
                item.text(),
                item.link(),
                picture == null ? null : new PictureView(picture.address(), picture.alt()),
                contact == null
                        ? null
                        : new ContactView(
                                contact.role(),
                                contact.email() == null ? null : contact.email().value(),
                                contact.phone()));
    }
}
