package fi.kumppani.events.event;

import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.text.LocalizedText;

/** A gathering people register for (tapahtuma). */
public sealed interface Event {

    /** Its id. */
    EventId id();

    /** Counts the changes of what coordinators write, from 1; registrations leave it alone. */
    long revision();

    /** What is announced about it. */
    EventDetails details();

    /** Its seats. */
    Seating seating();

    /** An event only coordinators see. */
    record Draft(EventId id, long revision, EventDetails details, Seating seating)
            implements Event {

        /** A new draft. */
        public static Draft of(EventId id, EventDetails details, int capacity) {
            return new Draft(id, 1, details, Seating.empty(capacity));
        }

        /** Written anew; nobody has registered yet. */
        public Draft change(EventDetails next, int capacity) {
            return new Draft(id, revision + 1, next, Seating.empty(capacity));
        }

        /** Announced to everybody. */
        public Published publish() {
            return new Published(id, revision + 1, details, seating, false);
        }
    }

    /**
     * An event everybody sees and may register for.
     *
     * @param imported whether it came with an import of history, of which nobody is mailed
     */
    record Published(
            EventId id, long revision, EventDetails details, Seating seating, boolean imported)
            implements Event {

        /** A past event as it is taken over. */
        public static Published imported(EventId id, EventDetails details, int capacity) {
            return new Published(id, 1, details, Seating.empty(capacity), true);
        }

        /** Written anew, unless that took seats from people. */
        public Change change(EventDetails next, int capacity) {
            if (capacity < seating.confirmed()) {
                return new Change.SeatsTaken(seating.confirmed());
            }
            return new Change.Changed(
                    new Published(id, revision + 1, next, seating.resize(capacity), imported));
        }

        /** It will not be held. Registrations stay as they are. */
        public Cancelled cancel(LocalizedText reason) {
            return new Cancelled(id, revision + 1, details, seating, reason, imported);
        }

        /** The same event after somebody came or went. */
        public Published seat(Seating next) {
            return new Published(id, revision, details, next, imported);
        }
    }

    /**
     * An event that will not be held, though it was announced.
     *
     * @param reason why
     */
    record Cancelled(
            EventId id,
            long revision,
            EventDetails details,
            Seating seating,
            LocalizedText reason,
            boolean imported)
            implements Event {

        /** The same event after somebody went. */
        public Cancelled seat(Seating next) {
            return new Cancelled(id, revision, details, next, reason, imported);
        }
    }

    /** What came of changing a published event. */
    sealed interface Change {

        /** It is changed. */
        record Changed(Published event) implements Change {}

        /**
         * It would have fewer seats than people who were promised one.
         *
         * @param confirmed how many were
         */
        record SeatsTaken(int confirmed) implements Change {}
    }
}
