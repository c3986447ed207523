package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * Where an event is held.
 *
 * @param name the house and the room
 * @param streetAddress the house's address
 */
public record Venue(LocalizedText name, @Nullable String streetAddress) {}
