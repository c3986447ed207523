package fi.kumppani.events.door.persistence;

import fi.kumppani.events.door.DoorLine;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A line of the door's journal as it is kept for good. */
record LineDocument(String kind, @Nullable Long number, String by, @Nullable String reason) {

    static LineDocument from(DoorLine line) {
        return new LineDocument(
                line.kind().name().toLowerCase(Locale.ROOT),
                line.number(),
                line.by().value(),
                line.reason());
    }
}
