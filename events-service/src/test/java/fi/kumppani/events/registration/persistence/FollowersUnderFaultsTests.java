package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;
import static fi.kumppani.events.series.following.FollowingFixtures.SERIES;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.series.following.FollowedSeries;
import fi.kumppani.events.series.following.Follower;
import fi.kumppani.events.series.following.FollowingFixtures;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Those who follow a series are registered for a new event of it on a store that breaks: the
 * instance dies after some store write, or the answer of a write is lost, while followers join,
 * leave, and others register. In the end every follower who was there when the round began, and
 * stayed, is registered once, and those whom nobody else registered in the order in which they
 * joined. A failure names its seed.
 */
class FollowersUnderFaultsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final int LIVES = 8;

    @Test
    void registersEachOfThemOnceAndInOrderWhereverItBreaks() {
        for (long seed = 1; seed <= ServiceInstance.lives(LIVES); seed++) {
            try (FaultyStore store = new FaultyStore()) {
                MovableClock clock = new MovableClock(NOW);
                Tenancy.runIn(HERE, new Life(seed, store, clock)::go);
            }
        }
    }

    private static final class Life {

        private final String name;
        private final Random random;
        private final FaultyStore store;
        private final MovableClock clock;
        private final Set<String> byThemselves = new TreeSet<>();
        private ServiceInstance instance;
        private int people;

        private Life(long seed, FaultyStore store, MovableClock clock) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.store = store;
            this.clock = clock;
            this.instance = new ServiceInstance(store, clock, _ -> List.of());
        }

        private void go() {
            joining(20 + random.nextInt(40));
            publish();
            for (int time = 0; time < 6; time++) {
                breakOff();
                comeAndGo();
            }
            round();
            check();
        }

        private void joining(int many) {
            for (int each = 0; each < many; each++) {
                FollowingFixtures.join(instance.followers(), "f" + people++, clock);
            }
        }

        private void publish() {
            EventDetails plain = evening();
            EventDetails details =
                    plain.with(
                            plain.venue(),
                            Particulars.NONE.in(new Belonging(SERIES, null, null, null)));
            var _ =
                    instance.events()
                            .add(
                                    Event.Draft.of(EVENT, details, RegistrationRules.seats(10))
                                            .publish(NOW),
                                    new Creation("made", "h"),
                                    JournalEntry.of(
                                            JournalEntry.Kind.PUBLISHED, Actor.SYSTEM, null));
        }

        private void comeAndGo() {
            FollowingFixtures.leave(instance.followers(), 1L + random.nextInt(people), clock);
            register("other" + random.nextInt(1000));
            register("f" + random.nextInt(people));
            joining(random.nextInt(2));
        }

        private void register(String word) {
            byThemselves.add(person(word).email().value());
            var _ =
                    instance.does()
                            .register()
                            .register(
                                    EVENT,
                                    SaidByRegistrant.of(person(word)),
                                    null,
                                    new Creation("own-" + word, "h"));
        }

        private void breakOff() {
            int nth = random.nextInt(25);
            if (random.nextBoolean()) {
                instance.during(FaultyStore.afterWrites(nth), this::round);
                instance = new ServiceInstance(store, clock, _ -> List.of());
            } else {
                instance.during(FaultyStore.unansweredAfterWrites(nth), this::round);
                instance.heal();
            }
        }

        private void round() {
            FollowingFixtures.registering(
                            instance.events(),
                            instance.registrations(),
                            instance.followers(),
                            clock)
                    .carryOut(EVENT, clock.instant());
        }

        private void check() {
            FollowedSeries series = instance.followers().of(SERIES);
            long upTo = Objects.requireNonNull(series.rounds().get(EVENT)).upTo();
            List<String> registered = registered();
            assertThat(registered).as(name + ": nobody twice").doesNotHaveDuplicates();
            List<String> stayed = new ArrayList<>();
            for (Follower each : instance.followers().list(SERIES, 0, (int) upTo)) {
                if (each instanceof Follower.Following following) {
                    stayed.add(following.person().email().value());
                }
            }
            assertThat(registered).as(name + ": nobody left out").containsAll(stayed);
            stayed.removeAll(byThemselves);
            List<String> inOrder = new ArrayList<>(registered);
            inOrder.retainAll(stayed);
            assertThat(inOrder).as(name + ": in order").isEqualTo(stayed);
            Event event = instance.events().find(EVENT).orElseThrow();
            assertThat(event.standing().followedIn()).as(name).isEqualTo(SERIES);
            assertThat(event.seating().confirmed()).as(name).isEqualTo(10);
        }

        private List<String> registered() {
            int last = (int) instance.events().find(EVENT).orElseThrow().seating().last();
            return instance.registrations().list(EVENT, 0, last).stream()
                    .map(each -> each.particulars().registrant())
                    .map(Registrant.Person.class::cast)
                    .map(person -> person.email().value())
                    .toList();
        }
    }
}
