package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A thing that happens at an event.
 *
 * @param startsAt when, if it has a time of its own
 * @param text what
 */
public record ProgrammeItem(@Nullable Instant startsAt, LocalizedText text) {}
