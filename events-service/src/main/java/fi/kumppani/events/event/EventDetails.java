package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * What is announced about an event.
 *
 * @param title its title
 * @param theme what it is about
 * @param description what will happen, in more words
 * @param venue where it is held
 * @param schedule when
 */
public record EventDetails(
        LocalizedText title,
        @Nullable LocalizedText theme,
        @Nullable LocalizedText description,
        Venue venue,
        Schedule schedule) {}
