package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.DoorLine;
import fi.kumppani.events.event.Actor;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A line of the door's journal as it is kept for good. */
record LineDocument(String kind, @Nullable Long number, String by, @Nullable String reason) {

    DoorLine toDomain() {
        return new DoorLine(
                DoorLine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                number,
                new Actor(by),
                reason);
    }

    static LineDocument from(DoorLine line) {
        return new LineDocument(
                line.kind().name().toLowerCase(Locale.ROOT),
                line.number(),
                line.by().value(),
                line.reason());
    }
}
