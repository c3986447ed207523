package fi.kumppani.events.event;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** A gathering people register for (tapahtuma). */
public sealed interface Event {

    /** Its id. */
    EventId id();

    /** Counts the changes of what coordinators write, from 1; registrations leave it alone. */
    long revision();

    /** What is announced about it. */
    EventDetails details();

    /** Its places. */
    Places places();

    /** By what rules people register. */
    default RegistrationRules rules() {
        return places().rules();
    }

    /** Until when seats that are given up go to the next in line. */
    default Instant passesSeatsUntil() {
        return rules().passesSeatsUntil(details().schedule().startsAt());
    }

    /** Its seats. */
    default Seating seating() {
        return places().seating();
    }

    /** What is promised for a time. */
    default Commitments commitments() {
        return places().commitments();
    }

    /** How it stands apart from what is announced of it. */
    Standing standing();

    /** Whether it came with an import, of which nobody is mailed. */
    boolean imported();

    /** Its state in a word, such as {@code published}; people decided it, seats and clock apart. */
    default String status() {
        return switch (this) {
            case Draft _ -> "draft";
            case Cancelled _ -> "cancelled";
            case Published published ->
                    switch (published.standing().phase()) {
                        case COMING -> "published";
                        case POSTPONED -> "postponed";
                        case ARCHIVED -> "archived";
                    };
        };
    }

    /** An event only coordinators see. */
    record Draft(EventId id, long revision, EventDetails details, Places places) implements Event {

        /** A new draft. */
        public static Draft of(EventId id, EventDetails details, RegistrationRules rules) {
            return new Draft(id, 1, details, Places.empty(rules));
        }

        @Override
        public Standing standing() {
            return Standing.NEW;
        }

        @Override
        public boolean imported() {
            return false;
        }

        /** Written anew; nobody has registered yet. */
        public Draft change(EventDetails next, RegistrationRules rules) {
            return new Draft(id, revision + 1, next, Places.empty(rules));
        }

        /** Announced to everybody. */
        public Published publish(Instant now) {
            return new Published(
                    id, revision + 1, details, places, Standing.NEW.touched(now), false);
        }
    }

    /**
     * An event everybody sees and may register for.
     *
     * @param standing how it stands apart from what is announced of it
     * @param imported whether it came with an import, of which nobody is mailed
     */
    record Published(
            EventId id,
            long revision,
            EventDetails details,
            Places places,
            Standing standing,
            boolean imported)
            implements Event {

        /** An event as it is taken over. */
        public static Published imported(
                EventId id, EventDetails details, RegistrationRules rules, Instant now) {
            return new Published(
                    id, 1, details, Places.empty(rules), Standing.NEW.touched(now), true);
        }

        /** Whether one may register for it here, and is neither too late nor too hasty. */
        public boolean takesRegistrations(Instant now) {
            return standing.phase() == Standing.Phase.COMING
                    && details.particulars().enrolment().isHere()
                    && rules().isOpen(now)
                    && details.schedule().takesRegistrations(now);
        }

        /** Written anew, unless that took seats from people. A new start ends a postponement. */
        public Change change(EventDetails next, RegistrationRules nextRules, Instant now) {
            if (nextRules.capacity() < seating().confirmed()) {
                return new Change.SeatsTaken(seating().confirmed());
            }
            return new Change.Changed(
                    new Published(
                            id,
                            revision + 1,
                            next,
                            places.under(nextRules),
                            told(standing.rewritten(details, next, now), next, nextRules, now),
                            imported));
        }

        /** Those who registered are told of what matters to them, and of no event that is over. */
        private Standing told(
                Standing after, EventDetails next, RegistrationRules nextRules, Instant now) {
            Notices notices = after.notices();
            if (details.concernsThoseWhoCome(next)
                    && !(details.schedule().isOver(now) && next.schedule().isOver(now))) {
                notices =
                        owing(
                                notices,
                                after.phase() == Standing.Phase.POSTPONED
                                        ? NoticeKind.POSTPONED
                                        : NoticeKind.CHANGED,
                                now);
            }
            Instant start = next.schedule().startsAt();
            boolean soon = nextRules.remindsAt(start).filter(at -> !at.isAfter(now)).isPresent();
            return after.owing(
                    soon && !start.equals(details.schedule().startsAt())
                            ? notices.reminded(new Notices.Reminder(start, 0, 0))
                            : notices);
        }

        private Notices owing(Notices notices, NoticeKind kind, Instant now) {
            return imported ? notices : notices.owing(kind, revision + 1, now, seating().last());
        }

        private Standing owing(Standing after, NoticeKind kind, Instant now) {
            return after.owing(owing(after.notices(), kind, now));
        }

        /** It will be held some other time; its times and registrations stay as they are. */
        public Published postpone(@Nullable LocalizedText reason, Instant now) {
            return standing(owing(standing.postponed(reason, now), NoticeKind.POSTPONED, now));
        }

        /** It is put away. */
        public Published archive(Instant now) {
            return standing(standing.archived(now));
        }

        /** Enough come for it to be held. */
        public Published assure(Instant now) {
            return standing(standing.assured(now));
        }

        private Published standing(Standing next) {
            return new Published(id, revision + 1, details, places, next, imported);
        }

        /** It will not be held. Registrations stay as they are; those who come are told. */
        public Cancelled cancel(LocalizedText reason, Instant now) {
            Standing after = standing.touched(now);
            return new Cancelled(
                    id,
                    revision + 1,
                    details,
                    places,
                    reason,
                    details.schedule().isOver(now)
                            ? after
                            : owing(after, NoticeKind.CANCELLED, now),
                    imported);
        }

        /** The same event after some were told of it. */
        public Published with(Standing next) {
            return new Published(id, revision, details, places, next, imported);
        }

        /** The same event after somebody came or went. */
        public Published with(Places next) {
            return new Published(id, revision, details, next, standing, imported);
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
            Places places,
            LocalizedText reason,
            Standing standing,
            boolean imported)
            implements Event {

        /** The same event after some were told of it. */
        public Cancelled with(Standing next) {
            return new Cancelled(id, revision, details, places, reason, next, imported);
        }

        /** The same event after somebody went. */
        public Cancelled with(Places next) {
            return new Cancelled(id, revision, details, next, reason, standing, imported);
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
