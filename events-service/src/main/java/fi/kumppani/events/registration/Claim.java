package fi.kumppani.events.registration;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What is remembered of a mailbox at one event.
 *
 * @param number it registered last under
 * @param remindedAt when it was last shown the way to its registration; null for never
 */
public record Claim(long number, @Nullable Instant remindedAt) {}
