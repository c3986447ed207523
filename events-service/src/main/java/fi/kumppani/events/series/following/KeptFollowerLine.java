package fi.kumppani.events.series.following;

import java.time.Instant;

/**
 * A line of the journal as it is kept.
 *
 * @param position where it stands
 * @param at when it was written
 */
public record KeptFollowerLine(String position, Instant at, FollowerLine line) {}
