package fi.kumppani.events.event;

import java.time.Instant;

/**
 * A line of an event's journal, as it will stay.
 *
 * @param position where it stands; to be given back to read on behind it
 * @param at when it was decided
 * @param entry what was decided
 */
public record KeptEntry(String position, Instant at, JournalEntry entry) {}
