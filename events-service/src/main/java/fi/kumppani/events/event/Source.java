package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.net.URI;

/**
 * Where an event was taken over from.
 *
 * @param system the system that keeps it
 * @param id its id there
 * @param page a page about it there
 * @param hash of what it was there when it was last taken over, so that only news from there undo
 *     what was written here
 */
public record Source(String system, String id, @Nullable URI page, String hash) {}
