package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;

import fi.kumppani.contracts.events.RegistrationNoticeDue;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.notice.NoticeUseCases;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.events.timing.Agenda;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.StoreIndexes;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;
import fi.kumppani.kit.testing.TestJournals;
import fi.kumppani.kit.text.LocalizedText;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
        for (long seed = 1; seed <= LIVES; seed++) {
            try (FaultyStore store = new FaultyStore()) {
                MovableClock clock = new MovableClock(NOW);
                Tenancy.runIn(HERE, new Life(seed, store, clock)::go);
            }
        }
    }

    /** Notices only, and of them what counts here. */
    private static List<OutboundMessage> owed(RegistrationHappening happening) {
        if (!(happening instanceof RegistrationHappening.NoticeDue due)) {
            return List.of();
        }
        RegistrationId id = due.registration().id();
        return List.of(
                new OutboundMessage(
                        RegistrationNoticeDue.TYPE,
                        id.toString(),
                        new RegistrationNoticeDue(
                                new fi.kumppani.contracts.events.Registration(
                                        id.toString(),
                                        id.event().value(),
                                        id.number(),
                                        "confirmed",
                                        false),
                                due.notice().code(),
                                due.eventRevision())));
    }

    /** One instance of the service on its way to the store. */
    private static final class Instance {

        private final FaultyStore.Way way;
        private final Events events;
        private final JournalRegistrations registrations;
        private final UseCases does;
        private final List<DueWork> works;

        private Instance(FaultyStore store, MovableClock clock) {
            way = store.way();
            StoreIndexes indexes = new StoreIndexes(way.database());
            EventJournal journal =
                    new EventJournal(
                            TestJournals.in(way.database(), indexes, clock),
                            indexes,
                            new StaticListableBeanFactory().getBeanProvider(DueWork.class),
                            new Agenda());
            indexes.start();
            events = new JournalEvents(journal, _ -> List.of());
            registrations = new JournalRegistrations(journal, NoticesUnderFaultsTests::owed);
            does = UseCases.over(events, registrations, clock);
            works = NoticeUseCases.over(registrations);
        }
    }

    private static final class Life {

        private final String name;
        private final Random random;
        private final FaultyStore store;
        private final MovableClock clock;
        private Instance instance;
        private int people;

        private Life(long seed, FaultyStore store, MovableClock clock) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.store = store;
            this.clock = clock;
            this.instance = new Instance(store, clock);
        }

        private void go() {
            Event.Published event =
                    Event.Draft.of(EVENT, evening(), RegistrationRules.seats(60)).publish(NOW);
            var _ =
                    instance.events.add(
                            event,
                            new Creation("made", "h"),
                            JournalEntry.of(JournalEntry.Kind.PUBLISHED, Actor.SYSTEM, null));
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
                    instance.works.forEach(work -> work.carryOut(EVENT, clock.instant()));
                }
                check(revision, meant, all);
            }
        }

        /** People register, and some of them give up. */
        private void comeAndGo(int many) {
            for (int each = 0; each < many; each++) {
                String word = "p" + people++;
                assertThat(
                                instance.does
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
                    var _ = instance.does.manage().cancel(new RegistrationId(EVENT, number));
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
                    instance.events.decide(
                            EVENT,
                            event ->
                                    new Events.Decision.Become<>(
                                            move.apply((Event.Published) event),
                                            null,
                                            JournalEntry.of(
                                                    JournalEntry.Kind.CHANGED, Actor.SYSTEM, null),
                                            true));
        }

        /** Telling begins, and breaks off somewhere. */
        private void breakOff() {
            if (random.nextBoolean()) {
                instance.way.befall(FaultyStore.afterWrites(random.nextInt(9)));
                tell();
                instance = new Instance(store, clock);
            } else {
                int nth = random.nextInt(9);
                instance.way.befall(
                        new FaultyStore.Fault() {
                            private int writes;

                            @Override
                            public synchronized FaultyStore.Fate on(
                                    String command, String collection) {
                                boolean write =
                                        command.equals("update") || command.equals("insert");
                                return write && writes++ == nth
                                        ? FaultyStore.Fate.IS_NOT_ANSWERED
                                        : FaultyStore.Fate.PASSES;
                            }
                        });
                tell();
                instance.way.heal();
            }
        }

        private void tell() {
            try {
                instance.works.forEach(work -> work.carryOut(EVENT, clock.instant()));
            } catch (MongoException _) {
                // It is done again later.
            }
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
            for (Document batch :
                    instance.way
                            .database()
                            .getMongoDatabase()
                            .getCollection("events.journal")
                            .find()) {
                for (Document message : batch.getList("messages", Document.class)) {
                    if (message.getString("data").endsWith("\"eventRevision\":" + revision + "}")) {
                        told.merge(message.getString("subject"), 1, Integer::sum);
                    }
                }
            }
            return told;
        }

        private Set<String> live() {
            Set<String> live = new TreeSet<>();
            int last = (int) event().seating().last();
            for (Registration each : instance.registrations.list(EVENT, 0, last + 1)) {
                if (each instanceof Registration.Live) {
                    live.add(each.id().toString());
                }
            }
            return live;
        }

        private Event event() {
            return instance.events.find(EVENT).orElseThrow();
        }
    }
}
