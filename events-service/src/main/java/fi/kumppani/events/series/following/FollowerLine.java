package fi.kumppani.events.series.following;

import fi.kumppani.events.event.Actor;

import org.jspecify.annotations.Nullable;

/**
 * A line of the journal of those who follow a series; nothing about a person.
 *
 * @param kind what happened
 * @param number the follower; null when it is about none of them alone
 * @param by who moved it
 * @param reason the numbers or the event it is about
 */
public record FollowerLine(Kind kind, @Nullable Long number, Actor by, @Nullable String reason) {

    /** What can happen. */
    public enum Kind {
        /** It could be followed from then on. */
        OPENED,
        /** Somebody began to follow it. */
        JOINED,
        /** Somebody asked once more, and was told again what they follow. */
        ASKED_AGAIN,
        /** A follower confirmed their address. */
        ADDRESS_CONFIRMED,
        /** A follower left, and is forgotten. */
        LEFT,
        /** Followers begin to be registered for an event. */
        REGISTERING,
        /** Followers were forgotten, because nothing had been held for long. */
        FORGOTTEN
    }
}
