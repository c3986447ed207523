package fi.kumppani.portal.door;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

/**
 * Somebody expected, as the list at the door shows them.
 *
 * @param name null when nobody knows it
 * @param category as what they come when nobody says else
 * @param people how many of the party have come
 * @param since when the first of them came
 */
record GuestRow(
        long number,
        @Nullable String name,
        int seats,
        String category,
        int people,
        @Nullable String since) {

    static GuestRow of(DoorFacts.Guest guest, Language language) {
        return new GuestRow(
                guest.number(),
                guest.name(),
                guest.seats(),
                guest.associationId() == null ? "other" : "association",
                guest.people(),
                guest.arrivedAt() == null ? null : Formats.time(guest.arrivedAt(), language));
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "GuestRow[]";
    }
}
