package fi.kumppani.events.series.following.persistence;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.series.following.FollowerLine;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/** A line of the journal as it is kept for good. */
record FollowerLineDocument(
        String kind, @Nullable Long number, String by, @Nullable String reason) {

    static FollowerLineDocument from(FollowerLine line) {
        return new FollowerLineDocument(
                line.kind().name().toLowerCase(Locale.ROOT),
                line.number(),
                line.by().value(),
                line.reason());
    }

    FollowerLine toDomain() {
        return new FollowerLine(
                FollowerLine.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                number,
                new Actor(by),
                reason);
    }
}
