package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

/**
 * What an event is a part of.
 *
 * @param series the series it continues
 * @param partOf the umbrella event it is a part of
 * @param network the network that meets, by its id in the registry
 * @param region two digits of the region (maakunta) when it is meant for all of it
 */
public record Belonging(
        @Nullable String series,
        @Nullable EventId partOf,
        @Nullable String network,
        @Nullable String region) {

    /** Part of nothing. */
    public static final Belonging NONE = new Belonging(null, null, null, null);
}
