package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.event.EventFixtures.titled;
import static fi.kumppani.events.registration.persistence.SeatsLife.EVENT;
import static fi.kumppani.events.registration.persistence.SeatsLife.here;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventFixtures;
import fi.kumppani.events.event.EventOutcome;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.KeptEntry;
import fi.kumppani.events.registration.ManageRegistration;
import fi.kumppani.events.registration.Refusal;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Coordinators at two instances write one event, at once and in the middle of a rush: nobody loses
 * a seat but by giving it up, nobody gets one of a cancelled event, and no coordinator writes over
 * what they have not read.
 */
class SeatsUnderTwoCoordinatorsTests {

    private static final int SEATS = 80;
    private static final int FEWER_SEATS = 60;
    private static final int ROUNDS = 20;
    private static final LocalizedText REASON = LocalizedText.finnish("Sali on suljettu");

    private final FaultyStore store = new FaultyStore();
    private final ServiceInstance one = instance();
    private final ServiceInstance other = instance();
    private final Arrivals arrivals = new Arrivals();

    private ServiceInstance instance() {
        return new ServiceInstance(store, new MovableClock(NOW), _ -> List.of());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void lowersTheCapacityOnlyToWhatNobodyLosesTheirSeatBy() {
        announce();
        register(1, 70);

        assertThat(resize(one, FEWER_SEATS))
                .isEqualTo(new EventOutcome.Refused(EventOutcome.Reason.CAPACITY_BELOW_CONFIRMED));
        assertThat(seated()).hasSize(70);
        assertThat(event().rules().capacity()).isEqualTo(SEATS);

        for (long number = 1; number <= 10; number++) {
            cancel(other, number);
        }
        assertThat(resize(one, FEWER_SEATS)).isInstanceOf(EventOutcome.Done.class);
        register(71, 71);
        assertThat(seated()).hasSize(FEWER_SEATS).doesNotContain(71L);
        check();
    }

    @Test
    void takesASeatFromNobodyByLoweringTheCapacityInARush() throws Exception {
        announce();
        register(1, 50);
        CountDownLatch lowered = new CountDownLatch(1);

        List<Callable<Boolean>> rush = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String word = "rush" + i;
            ServiceInstance asked = i % 2 == 0 ? one : other;
            rush.add(() -> arrivals.register(asked, EVENT, word) != null);
        }
        Set<Long> givenUp = new HashSet<>();
        for (long number = 1; number <= 35; number++) {
            long mine = number;
            givenUp.add(mine);
            rush.add(
                    () -> {
                        lowered.await();
                        return cancel(other, mine);
                    });
        }
        rush.add(
                () -> {
                    boolean done = false;
                    for (int asked = 0; !done; asked++) {
                        done = resize(one, FEWER_SEATS) instanceof EventOutcome.Done;
                        if (done || asked == 3) {
                            lowered.countDown();
                        }
                    }
                    return true;
                });
        atOnce(rush);

        assertThat(event().rules().capacity()).isEqualTo(FEWER_SEATS);
        assertThat(seated()).hasSize(FEWER_SEATS);
        assertThat(SeatLedger.seatedAfterAll(one, SEATS)).isEqualTo(seated());
        assertThat(seated())
                .as("whoever was told to have a seat has it, or gave it up")
                .containsAll(
                        arrivals.all().stream()
                                .filter(Arrivals.Arrival::seated)
                                .map(Arrivals.Arrival::number)
                                .filter(number -> !givenUp.contains(number))
                                .toList());
        arrivals.assertInOrder();
        check();
    }

    @Test
    void givesNobodyASeatOnceTheEventIsCancelledInARush() throws Exception {
        announce();
        register(1, 90);
        Arrivals late = new Arrivals();

        List<Callable<Boolean>> rush = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String word = "rush" + i;
            ServiceInstance asked = i % 2 == 0 ? one : other;
            rush.add(() -> arrivals.register(asked, EVENT, word) != null);
            if (i % 3 == 0) {
                long mine = 1L + i / 3;
                rush.add(() -> cancel(asked, mine));
            }
        }
        rush.add(
                rush.size() / 2,
                () -> {
                    EventOutcome outcome = callOff(one);
                    RegisterForEvent.Outcome after = late.register(other, EVENT, "late");
                    return outcome instanceof EventOutcome.Done
                            && after.equals(
                                    new RegisterForEvent.Outcome.Refused(Refusal.EVENT_CANCELLED));
                });
        assertThat(atOnce(rush)).doesNotContain(false);

        assertThat(event()).isInstanceOf(Event.Cancelled.class);
        List<JournalEntry.Kind> kinds =
                here(() -> one.events().journal(EVENT, "", 1_000)).orElseThrow().stream()
                        .map(KeptEntry::entry)
                        .map(JournalEntry::kind)
                        .toList();
        assertThat(kinds).containsOnlyOnce(JournalEntry.Kind.CALLED_OFF);
        assertThat(kinds.subList(kinds.indexOf(JournalEntry.Kind.CALLED_OFF) + 1, kinds.size()))
                .as("decided after it was called off")
                .allMatch(JournalEntry.Kind.CANCELLED::equals);
        assertThat(SeatLedger.seatedAfterAll(one, SEATS)).isEqualTo(seated());
        assertThat(arrivals.all())
                .as("whoever was registered is kept, by the number they were told")
                .hasSize((int) event().seating().last());
        arrivals.assertInOrder();
        check();
    }

    @Test
    void letsOneOfTwoWhoHaveReadTheSameWriteAndTellsTheOther() throws Exception {
        announce();
        for (int round = 0; round < ROUNDS; round++) {
            long seen = event().revision();
            String mine = "Ilta " + round + " A";
            String theirs = "Ilta " + round + " B";

            List<EventOutcome> outcomes =
                    atOnce(
                            List.of(
                                    () -> change(one, titled(mine), SEATS, seen),
                                    () -> change(other, titled(theirs), SEATS, seen)));

            assertThat(outcomes).as("round " + round).containsOnlyOnce(new EventOutcome.Stale());
            boolean isMine = outcomes.getFirst() instanceof EventOutcome.Done;
            assertThat(outcomes.get(isMine ? 0 : 1)).isInstanceOf(EventOutcome.Done.class);
            assertThat(event().details()).isEqualTo(titled(isMine ? mine : theirs));
            assertThat(event().revision()).isEqualTo(seen + 1);
        }
    }

    /** What deciding in the event's turn is for: whoever reads, checks and writes loses words. */
    @Test
    void losesWhatACoordinatorWroteByReadingCheckingAndWriting() throws Exception {
        announce();
        long seen = event().revision();
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);

        List<Boolean> told =
                atOnce(
                        List.of(
                                () -> readCheckWrite(one, titled("A"), SEATS, bothHaveRead::await),
                                () ->
                                        readCheckWrite(
                                                other, titled("B"), SEATS, bothHaveRead::await)));

        assertThat(told).as("both were told that it is as they wrote").containsExactly(true, true);
        assertThat(event().revision()).isEqualTo(seen + 1);
    }

    /** The same, with people registering in between: some sit whom the event does not count. */
    @Test
    void losesPeopleByReadingCheckingAndWritingTheCapacity() throws Exception {
        announce();
        register(1, FEWER_SEATS);

        assertThat(
                        readCheckWrite(
                                one,
                                evening(),
                                FEWER_SEATS,
                                () -> {
                                    register(FEWER_SEATS + 1, 70);
                                    return 0;
                                }))
                .isTrue();

        assertThat(event().seating().confirmed()).isEqualTo(FEWER_SEATS);
        assertThat(seated()).hasSize(70);
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private static boolean readCheckWrite(
            ServiceInstance instance,
            EventDetails details,
            int capacity,
            Callable<Integer> meanwhile)
            throws Exception {
        Event.Published read =
                (Event.Published) here(() -> instance.events().find(EVENT)).orElseThrow();
        if (!(read.change(details, RegistrationRules.seats(capacity), NOW)
                instanceof Event.Change.Changed(Event.Published changed))) {
            return false;
        }
        var _ = meanwhile.call();
        return here(() ->
                        instance.events()
                                .decide(
                                        EVENT,
                                        _ ->
                                                new Events.Decision.Become<>(
                                                        changed,
                                                        null,
                                                        JournalEntry.of(
                                                                JournalEntry.Kind.CHANGED,
                                                                COORDINATOR,
                                                                null),
                                                        true)))
                .orElseThrow();
    }

    private void announce() {
        Event.Published event =
                Event.Published.imported(EVENT, evening(), RegistrationRules.seats(SEATS), NOW);
        var _ =
                here(
                        () ->
                                one.events()
                                        .add(
                                                event,
                                                new Creation("made", "h"),
                                                JournalEntry.of(
                                                        JournalEntry.Kind.PUBLISHED,
                                                        Actor.SYSTEM,
                                                        null)));
    }

    private Event event() {
        return here(() -> one.events().find(EVENT)).orElseThrow();
    }

    private void register(int from, int to) {
        for (int i = from; i <= to; i++) {
            assertThat(arrivals.register(one, EVENT, "p" + i))
                    .isInstanceOf(RegisterForEvent.Outcome.Registered.class);
        }
    }

    private static boolean cancel(ServiceInstance instance, long number) {
        return here(() -> instance.does().manage().cancel(new RegistrationId(EVENT, number)))
                        .orElseThrow()
                instanceof ManageRegistration.Outcome.Done;
    }

    private EventOutcome resize(ServiceInstance instance, int capacity) {
        return change(instance, evening(), capacity, event().revision());
    }

    private static EventOutcome change(
            ServiceInstance instance, EventDetails details, int capacity, long seen) {
        return here(() ->
                        EventFixtures.changes(instance.events(), instance.does().fill())
                                .change(
                                        EVENT,
                                        details,
                                        RegistrationRules.seats(capacity),
                                        seen,
                                        COORDINATOR))
                .orElseThrow();
    }

    private EventOutcome callOff(ServiceInstance instance) {
        long seen = event().revision();
        return here(() ->
                        EventFixtures.callsOff(instance.events())
                                .cancel(EVENT, REASON, seen, COORDINATOR))
                .orElseThrow();
    }

    private Set<Long> seated() {
        Set<Long> seated = new HashSet<>();
        for (Registration each : here(() -> one.registrations().list(EVENT, 0, 1_000))) {
            if (each instanceof Registration.Confirmed) {
                seated.add(each.id().number());
            }
        }
        return seated;
    }

    private void check() {
        new SeatsLife("two coordinators", new Random(1), () -> one, _ -> {}).check("at the end");
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> all = new ArrayList<>();
            work.forEach(each -> all.add(threads.submit(each)));
            for (Future<T> each : all) {
                results.add(each.get());
            }
        }
        return results;
    }
}
