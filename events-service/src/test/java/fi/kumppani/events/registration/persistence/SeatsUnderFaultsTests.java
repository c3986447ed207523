package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.HoldSeats;
import fi.kumppani.events.registration.RegisterForEvent;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.PartyRule;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Random lives of events on a store that breaks: the instance dies after some store write in the
 * middle of a move, or the answer of a write is lost; another instance goes on, and the one who
 * asked asks again. Whatever comes in between, the promises hold. A failure names its seed.
 */
class SeatsUnderFaultsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final int LIVES = 25;
    private static final int MOVES = 60;

    @Test
    void keepsEveryPromiseInWhateverOrderThingsHappenAndBreak() {
        for (long seed = 1; seed <= ServiceInstance.lives(LIVES); seed++) {
            try (FaultyStore store = new FaultyStore()) {
                new Life(seed, store).go();
            }
        }
    }

    private static final class Life {

        private final String name;
        private final Random random;
        private final FaultyStore store;
        private final MovableClock clock = new MovableClock(NOW);
        private final Map<String, RegisterForEvent.Outcome> answers = new HashMap<>();
        private final List<Long> answeredInOrder = new ArrayList<>();
        private ServiceInstance instance;
        private int people;

        private Life(long seed, FaultyStore store) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.store = store;
            this.instance = new ServiceInstance(store, clock, _ -> List.of());
        }

        private void go() {
            Event.Published event =
                    Event.Published.imported(EVENT, evening(), rules(2 + random.nextInt(4)), NOW);
            var _ =
                    here(
                            () ->
                                    instance.events()
                                            .add(
                                                    event,
                                                    new Creation("made", "h"),
                                                    JournalEntry.of(
                                                            JournalEntry.Kind.PUBLISHED,
                                                            Actor.SYSTEM,
                                                            null)));
            for (int move = 0; move < MOVES; move++) {
                Runnable next = move();
                switch (random.nextInt(4)) {
                    case 0 -> dieIn(next);
                    case 1 -> loseAnAnswerIn(next);
                    default -> Tenancy.runIn(HERE, next);
                }
                check(move);
            }
            settle();
        }

        private RegistrationRules rules(int capacity) {
            boolean offers = random.nextBoolean();
            PartyRule[] partyRules = PartyRule.values();
            return new RegistrationRules(
                    capacity,
                    List.of(),
                    1000,
                    offers ? PartyRule.TOGETHER_IN_ORDER : partyRules[random.nextInt(3)],
                    2,
                    null,
                    Admitted.ANYONE,
                    Set.of(),
                    null,
                    offers ? Duration.ofHours(2) : null,
                    Duration.ZERO,
                    random.nextBoolean() ? Duration.ofMinutes(10) : null,
                    random.nextInt(3) == 0 ? Duration.ofHours(3) : null,
                    false,
                    false,
                    Form.NONE,
                    Workshops.NONE,
                    null);
        }

        /** Something somebody does, as often as it takes until they hear what became of it. */
        private Runnable move() {
            long number = 1L + random.nextInt(Math.max(1, people + 2));
            RegistrationId id = new RegistrationId(EVENT, number);
            return switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> register("p" + people++, 1 + random.nextInt(2), null);
                case 4 -> register("p" + random.nextInt(people + 1), 1, null);
                case 5 -> holdAndPerhapsRegister();
                case 6, 7 -> () -> discard(instance.does().manage().cancel(id));
                case 8 -> () -> discard(instance.does().manage().accept(id));
                case 9 -> () -> discard(instance.does().manage().confirmAddress(id));
                case 10 -> resize();
                default -> letTimePass();
            };
        }

        private Runnable register(String word, int seats, @Nullable Long held) {
            SaidByRegistrant said =
                    new SaidByRegistrant(person(word), seats, null, null, null, Map.of());
            String key = "key-" + word + "-" + seats + "-" + held;
            return () -> {
                RegisterForEvent.Outcome outcome =
                        instance.does()
                                .register()
                                .register(EVENT, said, held, new Creation(key, "h" + seats))
                                .orElseThrow();
                if (outcome instanceof RegisterForEvent.Outcome.Registered(var answer)) {
                    RegisterForEvent.Outcome before = answers.putIfAbsent(key, outcome);
                    if (before != null) {
                        assertThat(outcome).as(name + ": the same answer").isEqualTo(before);
                    } else if (held == null) {
                        answeredInOrder.add(answer.id().number());
                    }
                }
            };
        }

        private Runnable holdAndPerhapsRegister() {
            String word = "h" + people++;
            boolean sends = random.nextBoolean();
            return () -> {
                if (instance.does().hold().hold(EVENT, new Party(1, null)).orElseThrow()
                                instanceof HoldSeats.Outcome.Done(Registration.Held hold)
                        && sends) {
                    register(word, 1, hold.id().number()).run();
                }
            };
        }

        private Runnable resize() {
            int more = random.nextInt(3) - 1;
            return () -> {
                discard(instance.events().decide(EVENT, event -> resized(event, more)));
                instance.does().fill().fill(EVENT);
            };
        }

        private static Events.Decision<Boolean> resized(Event event, int more) {
            Event.Published published = (Event.Published) event;
            int capacity =
                    Math.max(
                            Math.max(1, event.seating().confirmed()),
                            event.rules().capacity() + more);
            return published.change(published.details(), resized(event.rules(), capacity), NOW)
                            instanceof Event.Change.Changed(Event.Published changed)
                    ? new Events.Decision.Become<>(
                            changed,
                            null,
                            JournalEntry.of(JournalEntry.Kind.CHANGED, Actor.SYSTEM, null),
                            true)
                    : new Events.Decision.Stay<>(false);
        }

        private static RegistrationRules resized(RegistrationRules rules, int capacity) {
            return new RegistrationRules(
                    capacity,
                    rules.quotas(),
                    rules.mostWaiting(),
                    rules.partyRule(),
                    rules.largestParty(),
                    rules.opensAt(),
                    rules.admitted(),
                    rules.invited(),
                    rules.seatsPerAssociation(),
                    rules.acceptWithin(),
                    rules.cutOff(),
                    rules.holdFor(),
                    rules.confirmAddressWithin(),
                    rules.approval(),
                    rules.answerByMailOnly(),
                    rules.form(),
                    rules.workshops(),
                    rules.remindBefore());
        }

        private Runnable letTimePass() {
            clock.pass(Duration.ofMinutes(random.nextInt(90)));
            return () -> instance.does().lapse().carryOut(EVENT, clock.instant());
        }

        private static void discard(Object ignored) {
            assertThat(ignored).isNotNull();
        }

        private static <T> T here(Supplier<T> work) {
            return Tenancy.callIn(HERE, work::get);
        }

        /** The process ends after some more writes; another takes over, and is asked again. */
        private void dieIn(Runnable move) {
            int writes = random.nextInt(4);
            Tenancy.runIn(HERE, () -> instance.during(FaultyStore.afterWrites(writes), move));
            instance = new ServiceInstance(store, clock, _ -> List.of());
            Tenancy.runIn(HERE, move);
        }

        /** A write is done but not answered; the same instance sees to it. */
        private void loseAnAnswerIn(Runnable move) {
            int nth = random.nextInt(3);
            Tenancy.runIn(
                    HERE, () -> instance.during(FaultyStore.unansweredAfterWrites(nth), move));
            instance.heal();
            Tenancy.runIn(HERE, move);
        }

        private void check(int move) {
            String at = name + ", move " + move;
            Event event = here(() -> instance.events().find(EVENT)).orElseThrow();
            Seating seating = event.seating();
            List<Registration> all =
                    here(() -> instance.registrations().list(EVENT, 0, (int) seating.last() + 1));
            assertThat(all)
                    .as(at + ": every number that was given")
                    .extracting(each -> each.id().number())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, seating.last()).boxed().toList());
            int taken = 0;
            List<Long> waiting = new ArrayList<>();
            Set<Long> reserved = new TreeSet<>();
            Map<Object, Integer> byMailbox = new HashMap<>();
            for (Registration each : all) {
                if (!(each instanceof Registration.Live live)) {
                    continue;
                }
                taken += live.seatsTaken();
                if (live instanceof Registration.Waitlisted) {
                    waiting.add(live.id().number());
                }
                if (live instanceof Registration.Held || live instanceof Registration.Offered) {
                    reserved.add(live.id().number());
                }
                if (!(live instanceof Registration.Held)) {
                    byMailbox.merge(live.particulars().registrant(), 1, Integer::sum);
                }
            }
            assertThat(taken).as(at + ": never oversold").isLessThanOrEqualTo(seating.capacity());
            assertThat(seating.confirmed()).as(at + ": no seat leaks").isEqualTo(taken);
            assertThat(seating.waiting()).as(at).isEqualTo(waiting.size());
            for (int place = 1; place <= waiting.size(); place++) {
                assertThat(seating.placeOf(waiting.get(place - 1))).as(at).isEqualTo(place);
            }
            assertThat(event.commitments().reserved().keySet())
                    .as(at + ": what is reserved is somebody's")
                    .isEqualTo(reserved);
            assertThat(byMailbox.values()).as(at + ": one seat a mailbox").allMatch(n -> n == 1);
            assertThat(answeredInOrder)
                    .as(at + ": who was answered first is before who asked after")
                    .isSorted();
        }

        /** When everything has run its course, no seat is empty that somebody could have. */
        private void settle() {
            Tenancy.runIn(
                    HERE,
                    () -> {
                        instance.does().fill().fill(EVENT);
                        Event event = instance.events().find(EVENT).orElseThrow();
                        assertThat(event.seating().next()).as(name).isEmpty();
                    });
        }
    }
}
