package fi.kumppani.events.registration;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;

import org.springframework.stereotype.Service;

import java.time.Instant;

/**
 * Takes over how many once registered for a past event: as many registrations of nobody. Some at a
 * time; said again, it goes on where it stopped.
 */
@Service
public class ImportRegistrations {

    private static final int REGISTRATIONS_A_STEP = 64;
    private static final String REASON = "import of history";

    private final Registrations registrations;

    ImportRegistrations(Registrations registrations) {
        this.registrations = registrations;
    }

    /**
     * Brings an imported event to as many registrations, unless it has them.
     *
     * @param then when they count as having registered
     */
    public void upTo(EventId id, int many, Instant then, Actor by) {
        long reached = 0;
        while (reached < many) {
            reached =
                    registrations
                            .decide(id, desk -> step(desk, many, then, by))
                            .orElse(Long.MAX_VALUE);
        }
    }

    private static long step(SeatDesk desk, int many, Instant then, Actor by) {
        if (!(desk.event() instanceof Event.Published event) || !event.imported()) {
            return Long.MAX_VALUE;
        }
        Seating seating = event.seating();
        for (int i = 0; i < REGISTRATIONS_A_STEP && seating.last() < many; i++) {
            switch (seating.arrive(Party.ONE)) {
                case Seating.Arrival.Seated(long number, Seating next) -> {
                    seating = next;
                    keep(
                            desk,
                            new RegistrationHappening.SeatGiven(
                                    new Registration.Confirmed(
                                            new RegistrationId(event.id(), number),
                                            Registration.Particulars.imported(then),
                                            1)),
                            JournalEntry.Kind.CONFIRMED,
                            by);
                }
                case Seating.Arrival.Queued(long number, int _, long _, Seating next) -> {
                    seating = next;
                    keep(
                            desk,
                            new RegistrationHappening.QueueJoined(
                                    new Registration.Waitlisted(
                                            new RegistrationId(event.id(), number),
                                            Registration.Particulars.imported(then),
                                            1,
                                            0)),
                            JournalEntry.Kind.WAITLISTED,
                            by);
                }
                case Seating.Arrival.TurnedAway _ ->
                        throw new IllegalStateException("Imports are smaller than queues");
            }
        }
        desk.seat(seating, event.commitments());
        return seating.last();
    }

    private static void keep(
            SeatDesk desk, RegistrationHappening happening, JournalEntry.Kind kind, Actor by) {
        desk.keep(happening);
        desk.log(new JournalEntry(kind, happening.registration().id().number(), by, REASON));
    }
}
