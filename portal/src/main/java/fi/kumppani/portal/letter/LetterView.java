package fi.kumppani.portal.letter;

import fi.kumppani.portal.WebAddress;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

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
     */
    record Item(Told title, Told text, @Nullable String link) {}

    static LetterView of(LetterFacts letter, Language language) {
        List<LetterFacts.Item> items = letter.items();
        return new LetterView(
                letter.id(),
                told(letter.title(), language),
                letter.label(),
                letter.sentAt().toString(),
                Formats.day(letter.sentAt(), language),
                items == null
                        ? List.of()
                        : items.stream()
                                .map(
                                        item ->
                                                new Item(
                                                        told(item.title(), language),
                                                        told(item.text(), language),
                                                        link(item.link())))
                                .toList());
    }

    /** A link that a browser may follow; a letter must not lead to {@code javascript:}. */
    private static @Nullable String link(@Nullable URI address) {
        return address != null && WebAddress.isLink(address) ? address.toString() : null;
    }

    private static Told told(LocalizedText text, Language language) {
        return text.in(language).orElse(new Told("–", language.code()));
    }
}
