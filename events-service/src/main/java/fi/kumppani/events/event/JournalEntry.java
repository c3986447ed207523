package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

/**
 * A line of an event's journal: what was decided, by whom and why; it is never changed.
 *
 * @param kind what was decided
 * @param number the registration it is about; absent when it is about the event
 * @param by who moved it
 * @param reason why it went this way: the rule's name, or a coordinator's words
 */
public record JournalEntry(Kind kind, @Nullable Long number, Actor by, @Nullable String reason) {

    /** What can be decided. */
    public enum Kind {
        /** The event was drafted. */
        DRAFTED,
        /** The event was published. */
        PUBLISHED,
        /** The event was changed. */
        CHANGED,
        /** The event was cancelled. */
        CALLED_OFF,
        /** The event was postponed. */
        POSTPONED,
        /** The event was put away. */
        ARCHIVED,
        /** It was decided that enough come for the event to be held. */
        ASSURED,
        /** Some who registered are told of the event. */
        TOLD,
        /** All was erased by which those who registered could be known. */
        PEOPLE_FORGOTTEN,
        /** The event was taken over from history. */
        IMPORTED,
        /** A registration got a seat when it arrived. */
        CONFIRMED,
        /** A registration began to wait. */
        WAITLISTED,
        /** A registration got a seat after waiting. */
        PROMOTED,
        /** A registration ended. */
        CANCELLED,
        /** Seats were held while a form is filled in. */
        HELD,
        /** A registration waits for approval. */
        REQUESTED,
        /** A registration was approved. */
        APPROVED,
        /** Seats were offered to somebody who waited. */
        OFFERED,
        /** The mail about an offer was sent, and the time to accept it begins. */
        OFFER_MAILED,
        /** An offer was accepted. */
        ACCEPTED,
        /** A coordinator gave seats out of turn. */
        EXCEPTION,
        /** Whoever registered confirmed their address. */
        ADDRESS_CONFIRMED,
        /** Whoever registered wrote it anew. */
        REWRITTEN,
        /** The deputy took a registration over. */
        HANDED_OVER,
        /** Somebody tried to register once more. */
        ASKED_AGAIN,
        /** A coordinator read who needs what. */
        NEEDS_READ,
        /** What people need was erased, because the event is over. */
        NEEDS_ERASED,
        /** A coordinator took the list of participants out of the system. */
        EXPORTED,
        /** All was erased by which whoever registered could be known. */
        PERSON_FORGOTTEN,
        /** Those who follow the series were registered, in the order in which they joined it. */
        FOLLOWERS_REGISTERED
    }

    /** A line about the event itself. */
    public static JournalEntry of(Kind kind, Actor by, @Nullable String reason) {
        return new JournalEntry(kind, null, by, reason);
    }
}
