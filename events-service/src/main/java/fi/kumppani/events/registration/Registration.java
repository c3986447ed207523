package fi.kumppani.events.registration;

import java.time.Instant;

/** One wish for a seat (ilmoittautuminen). */
public sealed interface Registration {

    /** Its id. */
    RegistrationId id();

    /** What never changes about it. */
    Particulars particulars();

    /** Counts its changes, from 1. */
    long revision();

    /**
     * What never changes about a registration.
     *
     * @param registrant whose it is
     * @param registeredAt when it arrived
     * @param imported whether it came with an import of history, of which nobody is mailed
     * @param linkGeneration of the links sent about it; a later one revokes
     */
    record Particulars(
            Registrant registrant, Instant registeredAt, boolean imported, long linkGeneration) {

        /** Of somebody who registers now. */
        public static Particulars of(Registrant registrant, Instant now) {
            return new Particulars(registrant, now, false, 0);
        }

        /** Of somebody who was there once. */
        public static Particulars imported(Instant then) {
            return new Particulars(new Registrant.Anonymous(), then, true, 0);
        }
    }

    /** It still counts: it has a seat or waits for one. */
    sealed interface Live extends Registration {

        /** Given up. */
        default Cancelled cancel(Instant now) {
            return new Cancelled(id(), particulars(), revision() + 1, now);
        }
    }

    /** It has a seat. */
    record Confirmed(RegistrationId id, Particulars particulars, long revision) implements Live {}

    /** It waits for a seat. */
    record Waitlisted(RegistrationId id, Particulars particulars, long revision) implements Live {

        /** A freed seat is theirs. */
        public Confirmed promote() {
            return new Confirmed(id, particulars, revision + 1);
        }
    }

    /**
     * It was given up.
     *
     * @param cancelledAt when
     */
    record Cancelled(RegistrationId id, Particulars particulars, long revision, Instant cancelledAt)
            implements Registration {}
}
