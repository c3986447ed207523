package fi.kumppani.events.registration;

import fi.kumppani.events.seating.Party;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One wish for seats (ilmoittautuminen). */
public sealed interface Registration {

    /** Its id. */
    RegistrationId id();

    /** Who it is of, and what they want. */
    Particulars particulars();

    /** Counts its changes, from 1. */
    long revision();

    /**
     * Who a registration is of, and what they want.
     *
     * @param registrant whose it is
     * @param registeredAt when it arrived
     * @param imported whether it came with an import of history, of which nobody is mailed
     * @param linkGeneration of the links sent about it; a later one revokes
     * @param party how many come
     * @param association id of the association they come for; null for none
     * @param group workshop group; null for none
     * @param answers what they answered, as far as it is not kept apart
     * @param deputy who may take their place; null for nobody
     * @param addressConfirmedAt when they showed that the address is theirs; null for not yet
     * @param former who handed it over, and is to hear that it is theirs no more; null for nobody
     */
    record Particulars(
            Registrant registrant,
            Instant registeredAt,
            boolean imported,
            long linkGeneration,
            Party party,
            @Nullable String association,
            @Nullable String group,
            Answers answers,
            Registrant.@Nullable Person deputy,
            @Nullable Instant addressConfirmedAt,
            Registrant.@Nullable Person former) {

        /** Of somebody whom nobody has handed it over to. */
        public Particulars(
                Registrant registrant,
                Instant registeredAt,
                boolean imported,
                long linkGeneration,
                Party party,
                @Nullable String association,
                @Nullable String group,
                Answers answers,
                Registrant.@Nullable Person deputy,
                @Nullable Instant addressConfirmedAt) {
            this(
                    registrant,
                    registeredAt,
                    imported,
                    linkGeneration,
                    party,
                    association,
                    group,
                    answers,
                    deputy,
                    addressConfirmedAt,
                    null);
        }

        /** Of somebody who registers now. */
        public static Particulars of(Application application, Instant now) {
            return new Particulars(
                    application.person(),
                    now,
                    false,
                    0,
                    application.party(),
                    application.associationId(),
                    application.group(),
                    application.answers(),
                    application.deputy(),
                    null);
        }

        /** Of the same, whose address was known to be theirs before they registered. */
        Particulars confirmedAt(@Nullable Instant then) {
            return then == null ? this : confirmed(then);
        }

        /** Of somebody who holds seats and has not said yet who they are. */
        public static Particulars unknown(Party party, Instant now) {
            return new Particulars(
                    new Registrant.Anonymous(),
                    now,
                    false,
                    0,
                    party,
                    null,
                    null,
                    Answers.NONE,
                    null,
                    null);
        }

        /** Of somebody who was there once. */
        public static Particulars imported(Instant then) {
            return new Particulars(
                    new Registrant.Anonymous(),
                    then,
                    true,
                    0,
                    Party.ONE,
                    null,
                    null,
                    Answers.NONE,
                    null,
                    null);
        }

        /** Of the same, as they write themselves anew; the number of arrival stays. */
        public Particulars rewritten(Application application) {
            return new Particulars(
                    application.person(),
                    registeredAt,
                    imported,
                    linkGeneration,
                    application.party(),
                    association,
                    application.group(),
                    application.answers(),
                    application.deputy(),
                    addressConfirmedAt,
                    former);
        }

        /** With the address confirmed. */
        public Particulars confirmed(Instant now) {
            return new Particulars(
                    registrant,
                    registeredAt,
                    imported,
                    linkGeneration,
                    party,
                    association,
                    group,
                    answers,
                    deputy,
                    now,
                    former);
        }

        /** Of somebody we know nothing about any more, who has no links either. */
        Particulars forgotten() {
            return new Particulars(
                    new Registrant.Anonymous(),
                    registeredAt,
                    imported,
                    linkGeneration + 1,
                    party,
                    association,
                    group,
                    Answers.NONE,
                    null,
                    addressConfirmedAt);
        }

        /**
         * Of the deputy, with links of their own; those of the one before open nothing any more.
         *
         * @throws IllegalStateException when there is no deputy
         */
        public Particulars handedOver() {
            if (deputy == null) {
                throw new IllegalStateException("There is no deputy");
            }
            return new Particulars(
                    deputy,
                    registeredAt,
                    imported,
                    linkGeneration + 1,
                    party,
                    association,
                    group,
                    answers,
                    null,
                    null,
                    registrant instanceof Registrant.Person person ? person : null);
        }
    }

    /** The same, of somebody we know nothing about; what is counted stays. */
    default Registration forgotten() {
        Particulars known = particulars();
        return switch (this) {
            case Live live -> live.with(known.forgotten());
            case Cancelled ended ->
                    new Cancelled(
                            ended.id(),
                            known.forgotten(),
                            ended.revision() + 1,
                            ended.cancelledAt(),
                            ended.ending(),
                            ended.hadSeat());
        };
    }

    /** It still counts. */
    sealed interface Live extends Registration {

        /** How many seats it keeps from others at this moment. */
        int seatsTaken();

        /** The same with other particulars. */
        Live with(Particulars next);

        /** At its end. */
        default Cancelled end(Ending ending, Instant now) {
            return new Cancelled(
                    id(), particulars(), revision() + 1, now, ending, this instanceof Confirmed);
        }
    }

    /**
     * Seats held while the form is filled in; nobody knows yet for whom.
     *
     * @param until when the hold lapses
     */
    record Held(RegistrationId id, Particulars particulars, long revision, Instant until)
            implements Live {

        @Override
        public int seatsTaken() {
            return particulars.party().seats();
        }

        @Override
        public Held with(Particulars next) {
            return new Held(id, next, revision + 1, until);
        }
    }

    /** It waits for a coordinator's approval, and for nothing else yet. */
    record Requested(RegistrationId id, Particulars particulars, long revision) implements Live {

        @Override
        public int seatsTaken() {
            return 0;
        }

        @Override
        public Requested with(Particulars next) {
            return new Requested(id, next, revision + 1);
        }
    }

    /** It has its seats. */
    record Confirmed(RegistrationId id, Particulars particulars, long revision) implements Live {

        @Override
        public int seatsTaken() {
            return particulars.party().seats();
        }

        @Override
        public Confirmed with(Particulars next) {
            return new Confirmed(id, next, revision + 1);
        }
    }

    /**
     * It waits for its seats.
     *
     * @param seatsNow how many it has already, fewer than it wants
     */
    record Waitlisted(RegistrationId id, Particulars particulars, long revision, int seatsNow)
            implements Live {

        @Override
        public int seatsTaken() {
            return seatsNow;
        }

        @Override
        public Waitlisted with(Particulars next) {
            return new Waitlisted(id, next, revision + 1, seatsNow);
        }

        /** Freed seats are theirs: all they want, or some more. */
        public Live promote(int seats) {
            int now = seatsNow + seats;
            return now == particulars.party().seats()
                    ? new Confirmed(id, particulars, revision + 1)
                    : new Waitlisted(id, particulars, revision + 1, now);
        }

        /** Freed seats are theirs if they want them. */
        public Offered offer(Instant until) {
            return new Offered(id, particulars, revision + 1, until);
        }
    }

    /**
     * Its seats are kept for it until it says whether it wants them.
     *
     * @param until when the offer lapses
     */
    record Offered(RegistrationId id, Particulars particulars, long revision, Instant until)
            implements Live {

        @Override
        public int seatsTaken() {
            return particulars.party().seats();
        }

        @Override
        public Offered with(Particulars next) {
            return new Offered(id, next, revision + 1, until);
        }

        /** It wants them. */
        public Confirmed accept() {
            return new Confirmed(id, particulars, revision + 1);
        }

        /** The same, to be answered by then. */
        public Offered until(Instant then) {
            return new Offered(id, particulars, revision + 1, then);
        }
    }

    /**
     * It does not count any more.
     *
     * @param cancelledAt when it ended
     * @param ending how
     * @param hadSeat whether it had its seats until then
     */
    record Cancelled(
            RegistrationId id,
            Particulars particulars,
            long revision,
            Instant cancelledAt,
            Ending ending,
            boolean hadSeat)
            implements Registration {}
}
