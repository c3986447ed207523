package fi.kumppani.events.registration.persistence;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.door.NotedDoors;
import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.notice.NoticeUseCases;
import fi.kumppani.events.notice.SendMemo;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.testing.FaultyStore;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The memos of random events are sent, and those who came are asked how it was, on a store that
 * breaks: the instance dies after some store write, or the answer of a write is lost, and what was
 * said is said again. Whatever comes in between, each of those who came is told once, and nobody
 * else. A failure names its seed.
 */
class ThoseWhoCameUnderFaultsTests {

    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final int LIVES = 6;
    private static final int FAULTS = 4;

    @Test
    void tellsEachWhoCameOfTheMemoAndAsksThemOnceWhereverItBreaksOff() {
        for (long seed = 1; seed <= ServiceInstance.lives(LIVES); seed++) {
            try (FaultyStore store = new FaultyStore()) {
                Tenancy.runIn(HERE, new Life(seed, store)::go);
            }
        }
    }

    private static final class Life {

        private final String name;
        private final Random random;
        private final FaultyStore store;
        private final MovableClock clock = new MovableClock(NOW);
        private final NotedDoors doors = new NotedDoors();
        private ServiceInstance instance;

        private Life(long seed, FaultyStore store) {
            this.name = "seed " + seed;
            this.random = new Random(seed);
            this.store = store;
            this.instance = new ServiceInstance(store, clock, OwedNotices::of);
        }

        private void go() {
            Event.Published event =
                    Event.Draft.of(EVENT, evening(), RegistrationRules.seats(100)).publish(NOW);
            var _ =
                    instance.events()
                            .add(
                                    event,
                                    new Creation("made", "h"),
                                    JournalEntry.of(
                                            JournalEntry.Kind.PUBLISHED, Actor.SYSTEM, null));
            register(90 + random.nextInt(90));
            planToAsk();
            List<String> came = come();
            clock.moveTo(event.details().schedule().endsAt().plus(Duration.ofDays(3)));
            for (int each = 0; each < FAULTS; each++) {
                breakOff();
            }

            tell();

            for (NoticeKind kind : List.of(NoticeKind.MEMO, NoticeKind.FEEDBACK)) {
                assertThat(told(kind))
                        .as(name + ", " + kind)
                        .containsExactlyInAnyOrderElementsOf(came);
            }
        }

        private void planToAsk() {
            var _ =
                    instance.registrations()
                            .decide(
                                    EVENT,
                                    desk -> {
                                        Standing standing = desk.event().standing();
                                        desk.stand(
                                                standing.owing(
                                                        standing.notices()
                                                                .asking(Duration.ofHours(2))));
                                        return true;
                                    });
        }

        private void register(int many) {
            for (int each = 0; each < many; each++) {
                assertThat(
                                instance.does()
                                        .register()
                                        .register(
                                                EVENT,
                                                new SaidByRegistrant(
                                                        person("p" + each),
                                                        1,
                                                        null,
                                                        null,
                                                        null,
                                                        Map.of()),
                                                null,
                                                new Creation("key-" + each, "h")))
                        .isPresent();
            }
        }

        /** Some are noted at the door, or nobody is. */
        private List<String> come() {
            boolean noted = random.nextInt(3) > 0;
            List<String> came = new ArrayList<>();
            for (Registration each : instance.registrations().list(EVENT, 0, 200)) {
                boolean seated = each instanceof Registration.Confirmed;
                boolean there = noted ? seated && random.nextBoolean() : seated;
                if (noted && there) {
                    doors.note(EVENT, each.id().number());
                }
                if (there) {
                    came.add(each.id().toString());
                }
            }
            return came;
        }

        private void breakOff() {
            int nth = random.nextInt(5);
            instance.during(
                    random.nextBoolean()
                            ? FaultyStore.afterWrites(nth)
                            : FaultyStore.unansweredAfterWrites(nth),
                    this::tell);
            instance = new ServiceInstance(store, clock, OwedNotices::of);
        }

        private void tell() {
            Events events = instance.events();
            SendMemo memo = NoticeUseCases.sendMemo(events, instance.registrations(), doors);
            memo.owe(EVENT);
            memo.carryOut(EVENT, clock.instant());
            NoticeUseCases.askForFeedback(events, instance.registrations(), doors)
                    .carryOut(EVENT, clock.instant());
        }

        /** All that was ever owed. */
        private List<String> told(NoticeKind kind) {
            assertThat(instance.events().find(EVENT)).isPresent();
            return instance.owed().stream()
                    .filter(
                            message ->
                                    message.getString("data").contains("\"" + kind.code() + "\""))
                    .map(message -> message.getString("subject"))
                    .toList();
        }
    }
}
