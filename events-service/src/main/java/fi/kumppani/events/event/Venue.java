package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Set;

/**
 * Where an event is held.
 *
 * @param name the house, perhaps with the room
 * @param streetAddress the house's address
 * @param room the room, when it is told apart from the house
 * @param accessibility what is known of it; empty when nobody has said anything
 * @param position where the house is
 */
public record Venue(
        LocalizedText name,
        @Nullable String streetAddress,
        @Nullable LocalizedText room,
        Set<Accessibility> accessibility,
        @Nullable Position position) {

    /** Copies the set. */
    public Venue {
        accessibility = Set.copyOf(accessibility);
    }

    /** A venue of which no more is known. */
    public Venue(LocalizedText name, @Nullable String streetAddress) {
        this(name, streetAddress, null, Set.of(), null);
    }

    /** Whether one comes to the same place. */
    boolean isSamePlaceAs(Venue other) {
        return name.equals(other.name)
                && Objects.equals(streetAddress, other.streetAddress)
                && Objects.equals(room, other.room);
    }

    /** The same house with more known about it. */
    public Venue with(
            @Nullable LocalizedText theRoom,
            Set<Accessibility> known,
            @Nullable Position thePosition) {
        return new Venue(name, streetAddress, theRoom, known, thePosition);
    }
}
