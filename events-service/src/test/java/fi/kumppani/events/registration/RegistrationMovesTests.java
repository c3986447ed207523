package fi.kumppani.events.registration;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.DEADLINE;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.ChangeEvent;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventFixtures;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Places;
import fi.kumppani.events.registration.RegisterForEvent.Outcome;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.SeatRules;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class RegistrationMovesTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");

    private InMemoryEvents events = InMemoryEvents.withPublished(EVENT, 2);
    private final MovableClock clock = new MovableClock(NOW);
    private final Fingerprints fingerprints =
            (event, email) -> new Fingerprint(event + "/" + email.mailbox());
    private final InMemoryAssociations associations = new InMemoryAssociations();
    private InMemoryRegistrations registrations = new InMemoryRegistrations(events);

    @Test
    void seatsInOrderOfArrivalAndThenQueues() {
        assertThat(register("a")).isEqualTo(registered(1, 0));
        assertThat(register("b")).isEqualTo(registered(2, 0));
        assertThat(register("c")).isEqualTo(registered(3, 1));
        assertThat(register("d")).isEqualTo(registered(4, 2));

        assertThat(told())
                .containsExactly("SeatGiven 1", "SeatGiven 2", "QueueJoined 3", "QueueJoined 4");
        assertThat(events.written())
                .extracting(JournalEntry::reason)
                .containsExactly(
                        "seat 1 of 2",
                        "seat 2 of 2",
                        "2 of 2 seats taken, 0 waiting",
                        "2 of 2 seats taken, 1 waiting");
    }

    @Test
    void answersTheSameRequestAlwaysAlike() {
        register("a");
        register("b");
        Outcome first = register("c");
        cancel(1);

        assertThat(register("c")).isEqualTo(first).isEqualTo(registered(3, 1));
        assertThat(register(person("x"), new Creation("key-c", "other")))
                .isEqualTo(new Outcome.KeyReused());
        assertThat(registrations.told()).hasSize(5);
    }

    @Test
    void refusesASecondRegistrationOfAMailbox() {
        register("a");

        assertThat(register(person("A"), new Creation("another", "h")))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_REGISTERED));
        assertThat(register(person("a"), new Creation("a third", "h")))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_REGISTERED));
        assertThat(told()).containsExactly("SeatGiven 1", "AskedAgain 1");
    }

    @Test
    void takesSomebodyBackWhoGaveUpAtTheEndOfTheLine() {
        register("a");
        register("b");
        register("c");
        cancel(1);

        assertThat(register(person("a"), new Creation("another", "h"))).isEqualTo(registered(4, 1));
        assertThat(register(person("a"), new Creation("third", "h")))
                .isEqualTo(new Outcome.Refused(Refusal.ALREADY_REGISTERED));
    }

    @Test
    void refusesAfterTheDeadlineByOurOwnClock() {
        clock.moveTo(DEADLINE);
        assertThat(register("a")).isEqualTo(registered(1, 0));
        clock.moveTo(DEADLINE.plusMillis(1));

        assertThat(register("b")).isEqualTo(new Outcome.Refused(Refusal.DEADLINE_PASSED));
        assertThat(register("a")).isEqualTo(registered(1, 0));
    }

    @Test
    void refusesForDraftsAndCancelledEvents() {
        events.put(Event.Draft.of(EVENT, evening(), RegistrationRules.seats(2)));
        assertThat(register("a")).isEqualTo(new Outcome.Refused(Refusal.NOT_PUBLISHED));

        events.put(
                Event.Draft.of(EVENT, evening(), RegistrationRules.seats(2))
                        .publish(EventFixtures.NOW)
                        .cancel(LocalizedText.finnish("peruttu"), EventFixtures.NOW));
        assertThat(register("a")).isEqualTo(new Outcome.Refused(Refusal.EVENT_CANCELLED));
    }

    @Test
    void promotesExactlyTheFirstInLine() {
        register("a");
        register("b");
        register("c");
        register("d");

        assertThat(cancel(2)).isInstanceOf(ManageRegistration.Outcome.Done.class);
        assertThat(cancel(2)).isInstanceOf(ManageRegistration.Outcome.Done.class);

        assertThat(told()).endsWith("Ended 2", "QueueLeftForSeat 3").hasSize(6);
        assertThat(events.written().getLast())
                .isEqualTo(
                        new JournalEntry(
                                JournalEntry.Kind.PROMOTED, 3L, Actor.SYSTEM, "seat of 2"));
        assertThat(status(4).place()).isEqualTo(1);
    }

    @Test
    void promotesNobodyWhenSomebodyStopsWaiting() {
        register("a");
        register("b");
        register("c");
        register("d");

        cancel(3);

        assertThat(told()).endsWith("Ended 3");
        assertThat(status(4).place()).isEqualTo(1);
        assertThat(status(3).place()).isZero();
    }

    @Test
    void passesNoSeatsOnOnceTheEventHasBegun() {
        register("a");
        clock.moveTo(STARTS_AT);

        assertThat(cancel(1))
                .isEqualTo(new ManageRegistration.Outcome.Refused(Refusal.EVENT_STARTED));
    }

    @Test
    void passesNoSeatsOnAtACancelledEvent() {
        register("a");
        register("b");
        register("c");
        Event.Published event = (Event.Published) events.find(EVENT).orElseThrow();
        events.put(event.cancel(LocalizedText.finnish("peruttu"), EventFixtures.NOW));

        assertThat(cancel(1)).isInstanceOf(ManageRegistration.Outcome.Done.class);

        assertThat(told()).endsWith("Ended 1");
        assertThat(events.find(EVENT).orElseThrow().seating().confirmed()).isEqualTo(1);
    }

    @Test
    void fillsGainedSeatsFromTheLineHoweverMany() {
        for (int i = 0; i < 300; i++) {
            register("p" + i);
        }
        ChangeEvent changeEvent =
                EventFixtures.changes(events, new FillSeats(registrations, clock));

        var _ = changeEvent.change(EVENT, evening(), RegistrationRules.seats(250), 2, COORDINATOR);

        assertThat(events.find(EVENT).orElseThrow().seating().confirmed()).isEqualTo(250);
        assertThat(told().stream().filter(each -> each.startsWith("QueueLeft")).toList())
                .hasSize(248)
                .startsWith("QueueLeftForSeat 3", "QueueLeftForSeat 4")
                .endsWith("QueueLeftForSeat 250");
        assertThat(status(251).place()).isEqualTo(1);
    }

    @Test
    void letsNobodyPastTheLineWhileGainedSeatsAreStillBeingFilled() {
        register("a");
        register("b");
        register("c");
        register("d");
        register("e");
        Event.Published event = (Event.Published) events.find(EVENT).orElseThrow();
        events.put(
                event.with(
                        new Places(
                                RegistrationRules.seats(10),
                                event.seating().under(SeatRules.of(10)),
                                Commitments.NONE)));

        assertThat(register("f")).isEqualTo(registered(6, 2));
        assertThat(told()).endsWith("QueueLeftForSeat 3", "QueueLeftForSeat 4", "QueueJoined 6");
        assertThat(register("g")).isEqualTo(registered(7, 0));
        assertThat(told()).endsWith("QueueLeftForSeat 5", "QueueLeftForSeat 6", "SeatGiven 7");
    }

    @Test
    void takesOverHowManyRegisteredOnce() {
        Event.Published past =
                Event.Published.imported(
                        EVENT, evening(), RegistrationRules.seats(80), EventFixtures.NOW);
        events.put(past);
        ImportRegistrations importRegistrations = new ImportRegistrations(registrations);

        importRegistrations.upTo(EVENT, 90, NOW, Actor.importer("x"));
        importRegistrations.upTo(EVENT, 90, NOW, Actor.importer("x"));

        assertThat(told()).hasSize(90).startsWith("SeatGiven 1").endsWith("QueueJoined 90");
        assertThat(registrations.told())
                .allSatisfy(
                        told -> {
                            assertThat(told.registration().particulars().imported()).isTrue();
                            assertThat(told.registration().particulars().registrant())
                                    .isInstanceOf(Registrant.Anonymous.class);
                        });
    }

    /** The use cases against a plain list of people, with lives of events at random. */
    @Test
    void agreesWithAPlainListOfPeople() {
        for (long seed = 0; seed < 60; seed++) {
            events = InMemoryEvents.withPublished(EVENT, 3);
            registrations = new InMemoryRegistrations(events);
            new Run(seed).go(150);
        }
    }

    private Outcome register(String word) {
        return register(person(word), new Creation("key-" + word, "hash-" + word));
    }

    private Outcome register(Registrant.Person person, Creation request) {
        return new RegisterForEvent(
                        registrations,
                        fingerprints,
                        new CheckApplication(associations),
                        _ -> false,
                        clock)
                .register(EVENT, SaidByRegistrant.of(person), null, request)
                .orElseThrow();
    }

    private ManageRegistration.Outcome cancel(long number) {
        return new ManageRegistration(registrations, clock)
                .cancel(new RegistrationId(EVENT, number))
                .orElseThrow();
    }

    private RegistrationStatus status(long number) {
        return new SeeRegistrations(events, registrations, (_, _) -> Map.of())
                .one(new RegistrationId(EVENT, number))
                .orElseThrow();
    }

    private List<String> told() {
        return registrations.told().stream()
                .map(
                        happening ->
                                happening.getClass().getSimpleName()
                                        + " "
                                        + happening.registration().id().number())
                .toList();
    }

    private static Outcome registered(long number, long place) {
        return new Outcome.Registered(
                new FirstAnswer(new RegistrationId(EVENT, number), place, false));
    }

    private final class Run {

        private final long seed;
        private final Random random;
        private final List<Boolean> live = new ArrayList<>();

        private Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
        }

        private void go(int steps) {
            ChangeEvent changeEvent =
                    EventFixtures.changes(events, new FillSeats(registrations, clock));
            for (int step = 0; step < steps; step++) {
                int what = random.nextInt(12);
                if (what < 6) {
                    live.add(true);
                    var _ = register("s" + live.size());
                } else if (what < 11 && !live.isEmpty()) {
                    int who = random.nextInt(live.size());
                    var _ = cancel(who + 1L);
                    live.set(who, false);
                } else {
                    Event event = events.find(EVENT).orElseThrow();
                    int capacity = Math.max(1, event.seating().confirmed() + random.nextInt(3));
                    var _ =
                            changeEvent.change(
                                    EVENT,
                                    evening(),
                                    RegistrationRules.seats(capacity),
                                    event.revision(),
                                    COORDINATOR);
                }
                check();
            }
        }

        private void check() {
            int capacity = events.find(EVENT).orElseThrow().seating().capacity();
            List<Long> eligible = new ArrayList<>();
            for (int who = 0; who < live.size(); who++) {
                if (live.get(who)) {
                    eligible.add(who + 1L);
                }
            }
            List<Long> confirmed = new ArrayList<>();
            List<Long> waiting = new ArrayList<>();
            for (long number = 1; number <= live.size(); number++) {
                RegistrationStatus status = status(number);
                switch (status.registration()) {
                    case Registration.Confirmed _ -> confirmed.add(number);
                    case Registration.Waitlisted _ -> {
                        waiting.add(number);
                        assertThat(status.place()).as("seed " + seed).isEqualTo(waiting.size());
                    }
                    case Registration.Cancelled _ -> {}
                    case Registration.Live other -> throw new AssertionError(other.toString());
                }
            }
            assertThat(confirmed.size())
                    .as("seed " + seed)
                    .isEqualTo(Math.min(capacity, eligible.size()));
            assertThat(confirmed.size() + waiting.size())
                    .as("seed " + seed)
                    .isEqualTo(eligible.size());
            assertThat(waiting)
                    .as("seed " + seed)
                    .isEqualTo(eligible.subList(confirmed.size(), eligible.size()));
        }
    }
}
