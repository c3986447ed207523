package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.notice.NoticeUseCases;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.text.LocalizedText;

import org.bson.Document;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Things happen to random events while those who registered are told on a store that breaks: the
 * instance dies after some store write, or the answer of a write is lost, people come and go, and
 * the next thing may happen before all are told. Whatever comes in between, everybody who is still
 * registered is told each thing that lasted long enough once, and nothing twice. A failure names
 * its seed.
 */
class NoticesUnderFaultsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final LocalizedText REASON = LocalizedText.finnish("Myrsky");
    private static final int LIVES = 5;
    private static final int NEWS = 4;

    @Test
    void tellsEachOfThemOnceInWhateverOrderThingsHappenAndBreak() {
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
        private ServiceInstance instance;
        private int people;

        private Life(long seed, FaultyStore store, MovableClock clock) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.store = store;
            this.clock = clock;
            this.instance = new ServiceInstance(store, clock, OwedNotices::of);
        }

        private void go() {
            Event.Published event =
                    Event.Draft.of(EVENT, evening(), RegistrationRules.seats(60)).publish(NOW);
            var _ =
                    instance.events()
                            .add(
                                    event,
                                    new Creation("made", "h"),
                                    JournalEntry.of(
                                            JournalEntry.Kind.PUBLISHED, Actor.SYSTEM, null));
            comeAndGo(40 + random.nextInt(120));
            for (int number = 1; number <= NEWS; number++) {
                boolean last = number == NEWS;
                Set<String> meant = live();
                happen(last);
                long revision = event().revision();
                clock.pass(Duration.ofMinutes(2));
                breakOff();
                comeAndGo(random.nextInt(6));
                breakOff();
                boolean all = last || random.nextBoolean();
                if (all) {
                    tell();
                }
                check(revision, meant, all);
            }
        }

        /** People register, and some of them give up. */
        private void comeAndGo(int many) {
            for (int each = 0; each < many; each++) {
                String word = "p" + people++;
                assertThat(
                                instance.does()
                                        .register()
                                        .register(
                                                EVENT,
                                                new SaidByRegistrant(
                                                        person(word),
                                                        1,
                                                        null,
                                                        null,
                                                        null,
                                                        Map.of()),
                                                null,
                                                new Creation("key-" + word, "h")))
                        .isPresent();
                if (random.nextInt(8) == 0) {
                    long number = 1L + random.nextInt(people);
                    var _ = instance.does().manage().cancel(new RegistrationId(EVENT, number));
                }
            }
        }

        private void happen(boolean last) {
            Instant now = clock.instant();
            boolean put = random.nextBoolean();
            Instant start = event().details().schedule().startsAt().plusSeconds(600);
            become(
                    event ->
                            last
                                    ? event.cancel(REASON, now)
                                    : put ? event.postpone(REASON, now) : moved(event, start, now));
        }

        private static Event moved(Event.Published event, Instant start, Instant now) {
            EventDetails before = event.details();
            EventDetails next =
                    new EventDetails(
                            before.title(),
                            before.theme(),
                            before.description(),
                            before.venue(),
                            new Schedule(null, start, start.plusSeconds(600), start));
            return ((Event.Change.Changed) event.change(next, event.rules(), now)).event();
        }

        private void become(Function<Event.Published, Event> move) {
            var _ =
                    instance.events()
                            .decide(
                                    EVENT,
                                    event ->
                                            new Events.Decision.Become<>(
                                                    move.apply((Event.Published) event),
                                                    null,
                                                    JournalEntry.of(
                                                            JournalEntry.Kind.CHANGED,
                                                            Actor.SYSTEM,
                                                            null),
                                                    true));
        }

        /** Telling begins, and breaks off somewhere. */
        private void breakOff() {
            int nth = random.nextInt(9);
            if (random.nextBoolean()) {
                instance.during(FaultyStore.afterWrites(nth), this::tell);
                instance = new ServiceInstance(store, clock, OwedNotices::of);
            } else {
                instance.during(FaultyStore.unansweredAfterWrites(nth), this::tell);
                instance.heal();
            }
        }

        private void tell() {
            NoticeUseCases.over(instance.registrations())
                    .forEach(work -> work.carryOut(EVENT, clock.instant()));
        }

        private void check(long revision, Set<String> meant, boolean all) {
            String at = name + ", revision " + revision;
            Map<String, Integer> told = told(revision);
            assertThat(told.values()).as(at + ": nobody twice").allMatch(times -> times == 1);
            assertThat(told.keySet()).as(at + ": nobody who came later").isSubsetOf(meant);
            if (all) {
                Set<String> still = live();
                still.retainAll(meant);
                assertThat(still).as(at).isNotEmpty();
                assertThat(told.keySet()).as(at + ": nobody left out").containsAll(still);
                assertThat(event().standing().notices().news()).as(at).isNull();
            }
        }

        /** How often each registration is told of a revision, by all that was ever owed. */
        private Map<String, Integer> told(long revision) {
            assertThat(event()).isNotNull();
            Map<String, Integer> told = new HashMap<>();
            for (Document message : instance.owed()) {
                if (message.getString("data").endsWith("\"eventRevision\":" + revision + "}")) {
                    told.merge(message.getString("subject"), 1, Integer::sum);
                }
            }
            return told;
        }

        private Set<String> live() {
            Set<String> live = new TreeSet<>();
            int last = (int) event().seating().last();
            for (Registration each : instance.registrations().list(EVENT, 0, last + 1)) {
                if (each instanceof Registration.Live) {
                    live.add(each.id().toString());
                }
            }
            return live;
        }

        private Event event() {
            return instance.events().find(EVENT).orElseThrow();
        }
    }
}
