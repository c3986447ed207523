package fi.kumppani.kit.journal;

import java.time.Instant;

/**
 * A line of a journal, as it will stay.
 *
 * @param position where it stands
 * @param at when it was decided
 * @param line what was decided and why
 * @param <L> the service's record of it
 */
public record JournalLine<L extends Record>(LinePosition position, Instant at, L line) {}
