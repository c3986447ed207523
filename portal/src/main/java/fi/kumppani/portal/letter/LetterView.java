package fi.kumppani.portal.letter;

import fi.kumppani.portal.WebAddress;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * A letter as pages show it.
 *
 * @param label its number, such as 2/2024
 * @param sentAt when it was sent, for machines
 * @param sent when it was sent, for people
 */
record LetterView(
        String id, Told title, String label, String sentAt, String sent, List<Item> items) {

    /**
     * A part of a letter.
     *
     * @param link where to read more; a web address or none
     * @param picture what is shown below the title; none when it is nowhere safe
     * @param contact who answers questions
     */
    record Item(
            Told title,
            Told text,
            @Nullable String link,
            @Nullable Picture picture,
            @Nullable Contact contact) {}

    /** A picture. */
    record Picture(URI address, Told alt) {}

    /** A role that answers questions. */
    record Contact(Told role, @Nullable String email, @Nullable String phone) {}

    /** The pictures it shows. */
    List<URI> pictures() {
        return items.stream()
                .map(Item::picture)
                .filter(Objects::nonNull)
                .map(Picture::address)
                .toList();
    }

    static LetterView of(LetterFacts letter, Language language) {
        List<LetterFacts.Item> items = letter.items();
        return new LetterView(
                letter.id(),
                letter.title().told(language),
                letter.label(),
                letter.sentAt().toString(),
                Formats.day(letter.sentAt(), language),
                items == null
                        ? List.of()
                        : items.stream()
                                .map(
                                        item ->
                                                new Item(
                                                        item.title().told(language),
                                                        item.text().told(language),
                                                        link(item.link()),
                                                        picture(item.picture(), language),
                                                        contact(item.contact(), language)))
                                .toList());
    }

    private static @Nullable Picture picture(
            LetterFacts.@Nullable Picture picture, Language language) {
        return picture != null
                        && "https".equals(picture.address().getScheme())
                        && WebAddress.isLink(picture.address())
                ? new Picture(picture.address(), picture.alt().told(language))
                : null;
    }

    private static @Nullable Contact contact(
            LetterFacts.@Nullable Contact contact, Language language) {
        return contact == null
                ? null
                : new Contact(contact.role().told(language), contact.email(), contact.phone());
    }

    /** A link that a browser may follow; a letter must not lead to {@code javascript:}. */
    private static @Nullable String link(@Nullable URI address) {
        return address != null && WebAddress.isLink(address) ? address.toString() : null;
    }
}
