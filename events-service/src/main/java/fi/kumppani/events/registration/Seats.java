package fi.kumppani.events.registration;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The seats of an event in one decision: who gets them, who leaves them, and what follows. */
final class Seats {

    private static final int MOST_PROMOTIONS = 2;

    private final SeatDesk desk;
    private final Instant now;

    private Seats(SeatDesk desk, Instant now) {
        this.desk = desk;
        this.now = now;
    }

    static Seats at(SeatDesk desk, Instant now) {
        return new Seats(desk, now);
    }

    SeatDesk desk() {
        return desk;
    }

    Instant now() {
        return now;
    }

    private RegistrationRules rules() {
        return desk.event().rules();
    }

    Seating seating() {
        return desk.event().seating();
    }

    Commitments commitments() {
        return desk.event().commitments();
    }

    /** Changes who sits, and leaves what is promised as it is. */
    void seat(Seating next) {
        desk.seat(next, commitments());
    }

    /** Changes what is promised, and leaves who sits as it is. */
    void commit(Commitments next) {
        desk.seat(seating(), next);
    }

    /** Hands free seats to the first in line, a few at a time, so that one decision stays small. */
    void promote(String reason) {
        var _ = promote(MOST_PROMOTIONS, reason);
    }

    /**
     * Promotes as long as a seat is free and somebody waits, the event is to be held and seats are
     * still passed on.
     *
     * @param most the most to promote now
     * @param reason why seats are free
     * @return how many were promoted
     */
    int promote(int most, String reason) {
        if (!(desk.event() instanceof Event.Published event)
                || !now.isBefore(event.passesSeatsUntil())) {
            return 0;
        }
        List<Seating.Grant> grants = event.seating().grants(most);
        var waiting =
                desk.registrations(grants.stream().map(Seating.Grant::number).toList()).stream()
                        .collect(Collectors.toMap(each -> each.id().number(), each -> each));
        for (Seating.Grant grant : grants) {
            if (!(waiting.get(grant.number()) instanceof Registration.Waitlisted first)) {
                throw new IllegalStateException(
                        "Number " + grant.number() + " is next in line but waits not");
            }
            promote(first, grant, reason);
        }
        return grants.size();
    }

    private void promote(Registration.Waitlisted first, Seating.Grant grant, String reason) {
        Seating next = seating().grant(grant);
        Instant lapses = desk.event().passesSeatsUntil();
        if (rules().offer().isPresent()) {
            desk.seat(next, commitments().reserve(grant.number(), lapses));
            desk.keep(new RegistrationHappening.SeatOffered(first.offer(lapses)));
            log(JournalEntry.Kind.OFFERED, grant.number(), Actor.SYSTEM, reason);
            return;
        }
        seat(next);
        switch (first.promote(grant.seats())) {
            case Registration.Confirmed confirmed ->
                    desk.keep(new RegistrationHappening.QueueLeftForSeat(confirmed));
            case Registration.Waitlisted still ->
                    desk.keep(new RegistrationHappening.SomeSeatsGiven(still));
            case Registration.Live other ->
                    throw new IllegalStateException("Nobody is promoted to " + other);
        }
        log(
                JournalEntry.Kind.PROMOTED,
                grant.number(),
                Actor.SYSTEM,
                grant.seats() == 1 ? reason : reason + ", " + grant.seats() + " seats");
    }

    /**
     * Ends a registration; what it leaves goes to the first in line.
     *
     * @param reason the rule, or a coordinator's words; null when there is nothing to add
     */
    Registration.Cancelled end(
            Registration.Live live, Ending ending, Actor by, @Nullable String reason) {
        Registration.Cancelled ended = live.end(ending, now);
        desk.keep(
                ending.isTold()
                        ? new RegistrationHappening.Ended(ended)
                        : new RegistrationHappening.Noted(ended));
        log(
                JournalEntry.Kind.CANCELLED,
                live.id().number(),
                by,
                reason == null && ending != Ending.GIVEN_UP ? words(ending) : reason);
        leave(live);
        promote("seat of " + live.id().number());
        return ended;
    }

    private static String words(Ending ending) {
        return ending.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Takes back whatever a registration has of the event. */
    private void leave(Registration.Live live) {
        long number = live.id().number();
        Party party = live.particulars().party();
        Seating next = seating();
        if (next.waitingFor(number).isPresent()) {
            next = next.leaveQueue(number);
        }
        if (live.seatsTaken() > 0) {
            next = next.leaveSeats(new Party(live.seatsTaken(), party.quota()));
        }
        desk.seat(
                next,
                commitments().release(number).group(live.particulars().group(), -party.seats()));
    }

    /** Keeps what somebody needs, and that it is to be erased one day. */
    void keepNeeds(long number, Map<String, List<String>> needs) {
        desk.keepNeeds(number, needs);
        commit(commitments().needs(commitments().needs() || !needs.isEmpty()));
    }

    /** Has the address of the number confirmed in time, if the event wants that. */
    void awaitAddress() {
        if (rules().confirmAddressWithin() != null && commitments().addressDue() == null) {
            commit(
                    commitments()
                            .addresses(
                                    commitments().addressesSeen(),
                                    now.plus(rules().confirmAddressWithin())));
        }
    }

    /** Ends what was reserved for a number; the seats are theirs, or nobody's. */
    void release(long number) {
        commit(commitments().release(number));
    }

    /** Keeps what happened, and writes down why. */
    void keep(
            RegistrationHappening happening,
            JournalEntry.Kind kind,
            Actor by,
            @Nullable String reason) {
        desk.keep(happening);
        log(kind, happening.registration().id().number(), by, reason);
    }

    /** Writes down what was decided and why. */
    void log(JournalEntry.Kind kind, long number, Actor by, @Nullable String reason) {
        desk.log(new JournalEntry(kind, number, by, reason));
    }
}
