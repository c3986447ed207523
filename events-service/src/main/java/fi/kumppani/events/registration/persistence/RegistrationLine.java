package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * A line of the journal as it is kept for good.
 *
 * @param kind a word of {@link JournalEntry.Kind}
 * @param number the registration; absent when it is about the event
 */
record RegistrationLine(String kind, @Nullable Long number, String by, @Nullable String reason) {

    static RegistrationLine from(JournalEntry entry) {
        return new RegistrationLine(
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.number(),
                entry.by().value(),
                entry.reason());
    }

    JournalEntry toDomain() {
        return new JournalEntry(
                JournalEntry.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                number,
                new Actor(by),
                reason);
    }
}
