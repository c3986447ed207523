package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.DEADLINE;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;
import static fi.kumppani.events.registration.persistence.SeatsLife.EVENT;
import static fi.kumppani.events.registration.persistence.SeatsLife.HERE;
import static fi.kumppani.events.registration.persistence.SeatsLife.here;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.Ending;
import fi.kumppani.events.registration.FirstAnswer;
import fi.kumppani.events.registration.HoldSeats;
import fi.kumppani.events.registration.ManageRegistration;
import fi.kumppani.events.registration.Refusal;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.PartyRule;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Two instances whose clocks are ten minutes apart. What is promised then: places go by arrival,
 * never by time; each decision is judged once, by the clock of the instance that takes it, and no
 * other clock takes back what was decided; so what is promised for a time ends at most as much
 * earlier or later as the clocks are apart.
 */
class SeatsUnderTwoClocksTests {

    private static final int LIVES = 8;
    private static final int MOVES = 80;
    private static final Duration APART = Duration.ofMinutes(10);
    private static final Duration HELD_FOR = Duration.ofMinutes(30);
    private static final Duration OFFERED_FOR = Duration.ofHours(2);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final FaultyStore store = new FaultyStore();
    private final MovableClock behind = new MovableClock(NOW);
    private final MovableClock ahead = new MovableClock(NOW.plus(APART));
    private final ServiceInstance slow = new ServiceInstance(store, behind, _ -> List.of());
    private final ServiceInstance fast = new ServiceInstance(store, ahead, _ -> List.of());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void givesPlacesByArrivalWhateverTheClocksSay() {
        for (long seed = 1; seed <= ServiceInstance.lives(LIVES); seed++) {
            try (FaultyStore own = new FaultyStore()) {
                SeatsLife seats = lead(seed, own);
                assertThat(byTime(seats))
                        .as("seed " + seed + ": what the order would be if the clocks made it")
                        .hasSameSizeAs(seats.answeredInOrder())
                        .isNotEqualTo(seats.answeredInOrder());
            }
        }
    }

    /** People are answered by either, and now and then a clock jumps back an hour, or is set. */
    private static SeatsLife lead(long seed, FaultyStore store) {
        Random random = new Random(seed);
        MovableClock right = new MovableClock(NOW);
        List<MovableClock> clocks =
                List.of(new MovableClock(NOW), new MovableClock(NOW.plus(APART)));
        List<ServiceInstance> instances =
                clocks.stream()
                        .map(clock -> new ServiceInstance(store, clock, _ -> List.of()))
                        .toList();
        SeatsLife seats =
                new SeatsLife(
                        "seed " + seed,
                        random,
                        () -> instances.get(random.nextInt(2)),
                        time -> {
                            right.pass(time);
                            clocks.forEach(clock -> clock.pass(time));
                        });
        seats.begin();
        for (int move = 0; move < MOVES; move++) {
            switch (random.nextInt(12)) {
                case 0 -> clocks.getFirst().pass(Duration.ofHours(-1));
                case 1 -> clocks.getFirst().moveTo(right.instant());
                default -> {}
            }
            Tenancy.runIn(HERE, seats.move());
            seats.check("move " + move);
        }
        seats.settle();
        return seats;
    }

    private static List<Long> byTime(SeatsLife seats) {
        return seats.registrations().stream()
                .filter(each -> seats.answeredInOrder().contains(each.id().number()))
                .sorted(Comparator.comparing(each -> each.particulars().registeredAt()))
                .map(each -> each.id().number())
                .toList();
    }

    @Test
    void takesHeldSeatsBackNoEarlierThanTheClocksAreApart() {
        announce(evening(), rules(4, null));
        for (ServiceInstance maker : List.of(slow, fast)) {
            for (ServiceInstance other : List.of(slow, fast)) {
                long number = hold(maker);
                pass(HELD_FOR.minus(APART).minus(A_MOMENT));
                lookForWhatLapsed();

                String word = "held" + number;
                assertThat(register(other, word, number)).isEqualTo(seat(number));

                pass(HELD_FOR.multipliedBy(4));
                lookForWhatLapsed();
                assertThat(kept(number)).isInstanceOf(Registration.Confirmed.class);
                assertThat(register(maker, word, number)).isEqualTo(seat(number));
            }
        }
    }

    @Test
    void takesHeldSeatsBackAtLastAndForGood() {
        announce(evening(), rules(1, null));
        for (ServiceInstance maker : List.of(slow, fast)) {
            long number = hold(maker);
            pass(HELD_FOR.plus(APART));
            lookForWhatLapsed();

            assertThat(kept(number))
                    .isInstanceOfSatisfying(
                            Registration.Cancelled.class,
                            ended -> assertThat(ended.ending()).isEqualTo(Ending.HOLD_LAPSED));
            behind.pass(Duration.ofHours(-1));
            assertThat(register(slow, "late" + number, number))
                    .isEqualTo(new RegisterForEvent.Outcome.Refused(Refusal.HOLD_LAPSED));
            behind.pass(Duration.ofHours(1));
        }
    }

    /** The other side of the promise: nobody judges by the clock that made it. */
    @Test
    void takesHeldSeatsBackEarlierByAsMuchAsTheClocksAreApart() {
        announce(evening(), rules(4, null));
        long number = hold(slow);
        pass(HELD_FOR.minus(APART));

        look(slow);
        assertThat(kept(number)).isInstanceOf(Registration.Held.class);
        look(fast);
        assertThat(kept(number)).isInstanceOf(Registration.Cancelled.class);
    }

    @Test
    void letsAnOfferStandThatWasAcceptedInTimeByOneClock() {
        announce(evening(), rules(1, OFFERED_FOR));
        for (ServiceInstance judge : List.of(slow, fast)) {
            for (MovableClock mailer : List.of(behind, ahead)) {
                String words = judge.now() + "-" + mailer.instant();
                long seated = number(register(slow, "first" + words.hashCode(), null));
                long waiting = number(register(fast, "second" + words.hashCode(), null));
                cancel(slow, seated);
                Tenancy.runIn(
                        HERE, () -> slow.does().mailed().start(id(waiting), mailer.instant()));
                pass(OFFERED_FOR.minus(APART).minus(A_MOMENT));
                lookForWhatLapsed();

                assertThat(here(() -> judge.does().manage().accept(id(waiting))))
                        .get()
                        .isInstanceOf(ManageRegistration.Outcome.Done.class);

                pass(OFFERED_FOR.multipliedBy(2));
                lookForWhatLapsed();
                assertThat(kept(waiting)).isInstanceOf(Registration.Confirmed.class);
                cancel(fast, waiting);
            }
        }
    }

    @Test
    void judgesADeadlineByTheClockThatIsAskedAndNeverAgain() {
        announce(evening(), rules(1, null));
        behind.moveTo(DEADLINE);
        ahead.moveTo(DEADLINE.plus(APART));

        assertThat(register(slow, "a", null)).isEqualTo(seat(1));
        assertThat(register(fast, "b", null))
                .isEqualTo(new RegisterForEvent.Outcome.Refused(Refusal.DEADLINE_PASSED));

        for (Duration jump : List.of(Duration.ofHours(-1), Duration.ofHours(3))) {
            behind.pass(jump);
            lookForWhatLapsed();
            assertThat(register(slow, "a", null)).isEqualTo(seat(1));
            assertThat(register(fast, "a", null)).isEqualTo(seat(1));
            assertThat(kept(1)).isInstanceOf(Registration.Confirmed.class);
        }
        assertThat(register(slow, "b", null))
                .isEqualTo(new RegisterForEvent.Outcome.Refused(Refusal.DEADLINE_PASSED));
    }

    /**
     * Deadlines are moments: in the hour that comes twice each half past three is another one, and
     * in the night that has no half past three its moment is half past four.
     */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T03:30:00+03:00, 03:30, 2026-10-25T03:10:00+02:00, 03:10",
        "2026-10-25T03:30:00+02:00, 03:30, 2026-10-25T04:10:00+02:00, 04:10",
        "2027-03-28T03:30:00+02:00, 04:30, 2027-03-28T04:40:00+03:00, 04:40"
    })
    void closesOnceInTheNightInWhichTheClocksAreChanged(
            Instant deadline, LocalTime onTheWall, Instant later, LocalTime onTheWallLater) {
        announce(evening(deadline.plus(Duration.ofDays(1))), rules(4, null));
        assertThat(wall(deadline)).isEqualTo(onTheWall);
        assertThat(wall(later)).isEqualTo(onTheWallLater);

        behind.moveTo(deadline.minus(Duration.ofMinutes(40)));
        assertThat(register(slow, "a", null)).isEqualTo(seat(1));
        behind.moveTo(deadline);
        assertThat(register(slow, "b", null)).isEqualTo(seat(2));
        behind.moveTo(deadline.plus(A_MOMENT));
        assertThat(register(slow, "c", null))
                .isEqualTo(new RegisterForEvent.Outcome.Refused(Refusal.DEADLINE_PASSED));
        behind.moveTo(later);
        assertThat(register(slow, "d", null))
                .isEqualTo(new RegisterForEvent.Outcome.Refused(Refusal.DEADLINE_PASSED));
    }

    /** What moments are for: by the clock on the wall it would open again, or close too early. */
    @Test
    void wouldJudgeWronglyByTheClockOnTheWall() {
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(wall(first.plus(Duration.ofMinutes(40)))).isBefore(wall(first));
        assertThat(wall(second.minus(Duration.ofMinutes(40)))).isAfter(wall(second));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-25T03:45:00+03:00, 03:15", "2027-03-28T02:45:00+02:00, 04:15"})
    void holdsSeatsForHalfAnHourAlsoWhenTheClocksAreChanged(Instant from, LocalTime wallAtTheEnd) {
        announce(evening(from.plus(Duration.ofDays(10))), rules(4, null));
        behind.moveTo(from);
        long number = hold(slow);
        assertThat(wall(from.plus(HELD_FOR))).isEqualTo(wallAtTheEnd);

        behind.pass(HELD_FOR.minus(A_MOMENT));
        look(slow);
        assertThat(kept(number)).isInstanceOf(Registration.Held.class);
        behind.pass(A_MOMENT);
        look(slow);
        assertThat(kept(number)).isInstanceOf(Registration.Cancelled.class);
    }

    private static LocalTime wall(Instant moment) {
        return LocalTime.ofInstant(moment, FinnishTime.ZONE);
    }

    private static RegistrationRules rules(int capacity, @Nullable Duration acceptWithin) {
        return new RegistrationRules(
                capacity,
                List.of(),
                1000,
                PartyRule.TOGETHER_IN_ORDER,
                2,
                null,
                Admitted.ANYONE,
                Set.of(),
                null,
                acceptWithin,
                Duration.ZERO,
                HELD_FOR,
                null,
                false,
                false,
                Form.NONE,
                Workshops.NONE,
                null);
    }

    private void announce(EventDetails details, RegistrationRules rules) {
        var _ =
                here(
                        () ->
                                slow.events()
                                        .add(
                                                Event.Published.imported(
                                                        EVENT, details, rules, NOW),
                                                new Creation("made", "h"),
                                                JournalEntry.of(
                                                        JournalEntry.Kind.PUBLISHED,
                                                        Actor.SYSTEM,
                                                        null)));
    }

    private void pass(Duration time) {
        behind.pass(time);
        ahead.pass(time);
    }

    private void lookForWhatLapsed() {
        look(fast);
        look(slow);
    }

    private static void look(ServiceInstance instance) {
        Tenancy.runIn(HERE, () -> instance.does().lapse().carryOut(EVENT, instance.now()));
    }

    private static long hold(ServiceInstance instance) {
        HoldSeats.Outcome outcome =
                here(() -> instance.does().hold().hold(EVENT, Party.ONE)).orElseThrow();
        return ((HoldSeats.Outcome.Done) outcome).hold().id().number();
    }

    private static RegisterForEvent.Outcome register(
            ServiceInstance instance, String word, @Nullable Long held) {
        return here(() ->
                        instance.does()
                                .register()
                                .register(
                                        EVENT,
                                        new SaidByRegistrant(
                                                person(word), 1, null, null, null, Map.of()),
                                        held,
                                        new Creation("key-" + word, "h")))
                .orElseThrow();
    }

    private static long number(RegisterForEvent.Outcome outcome) {
        return ((RegisterForEvent.Outcome.Registered) outcome).answer().id().number();
    }

    private static RegisterForEvent.Outcome seat(long number) {
        return new RegisterForEvent.Outcome.Registered(new FirstAnswer(id(number), 0, false));
    }

    private static void cancel(ServiceInstance instance, long number) {
        assertThat(here(() -> instance.does().manage().cancel(id(number))))
                .get()
                .isInstanceOf(ManageRegistration.Outcome.Done.class);
    }

    private Registration kept(long number) {
        return here(() -> slow.registrations().find(id(number))).orElseThrow();
    }

    private static RegistrationId id(long number) {
        return new RegistrationId(EVENT, number);
    }
}
