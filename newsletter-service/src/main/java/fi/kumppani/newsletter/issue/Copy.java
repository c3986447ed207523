package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * What an issue is and says.
 *
 * @param id UUIDv7
 * @param listId the list it belongs to
 * @param number running number within the year, from 1; {@code 2} of {@code 2/2024}
 * @param year the year of the number
 * @param title its title, and the subject of the letter
 * @param items from top to bottom
 * @param segment whom of the list's readers it is meant for
 */
public record Copy(
        String id,
        String listId,
        int number,
        int year,
        LocalizedText title,
        List<Item> items,
        Segment segment) {

    /** Copies the items. */
    public Copy {
        items = List.copyOf(items);
    }

    /** One for all of the list's readers. */
    public Copy(
            String id, String listId, int number, int year, LocalizedText title, List<Item> items) {
        this(id, listId, number, year, title, items, Segment.EVERYBODY);
    }

    /** The same under another number of the year. */
    Copy under(int another) {
        return new Copy(id, listId, another, year, title, items, segment);
    }

    /** The number as people say it. */
    public String label() {
        return number + "/" + year;
    }
}
