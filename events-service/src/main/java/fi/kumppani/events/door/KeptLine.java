package fi.kumppani.events.door;

import java.time.Instant;

/**
 * A line of the door's journal, as it will stay.
 *
 * @param position where it stands; to be given back to read on behind it
 * @param at when the service heard of it
 * @param line what was noted
 */
public record KeptLine(String position, Instant at, DoorLine line) {}
