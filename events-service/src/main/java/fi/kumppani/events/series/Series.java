package fi.kumppani.events.series;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * Events that belong together though each is held by itself: the evening of every year, the course
 * of six Tuesdays. An event says which series it is of; the series knows none of them.
 *
 * @param title its title
 * @param description what it is
 * @param network the network that meets, by its id in the registry
 * @param wholeOnly whether one registers once, for all that is to come
 */
public record Series(
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable String network,
        boolean wholeOnly) {}
