package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.Accessibility;
import fi.kumppani.events.event.Position;
import fi.kumppani.events.event.Venue;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What is known of a venue beyond name and address, as it is kept.
 *
 * @param accessibility codes
 * @param latitude degrees north; with longitude or not at all
 * @param longitude degrees east
 */
record VenueDocument(
        @Nullable LocalizedText room,
        List<String> accessibility,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    static VenueDocument from(Venue venue) {
        Position position = venue.position();
        return new VenueDocument(
                venue.room(),
                venue.accessibility().stream().map(WireCodes::of).sorted().toList(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude());
    }

    Venue toDomain(LocalizedText name, @Nullable String streetAddress) {
        return new Venue(
                name,
                streetAddress,
                room,
                accessibility.stream()
                        .map(code -> WireCodes.read(Accessibility.class, code).orElseThrow())
                        .collect(Collectors.toSet()),
                latitude == null || longitude == null ? null : new Position(latitude, longitude));
    }
}
