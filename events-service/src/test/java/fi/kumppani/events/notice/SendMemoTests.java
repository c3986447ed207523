package fi.kumppani.events.notice;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.door.NotedDoors;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.registration.InMemoryRegistrations;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

class SendMemoTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final LocalizedText REASON = LocalizedText.finnish("Sali on suljettu");
    private static final Instant OVER = STARTS_AT.plus(Duration.ofHours(2));

    private final MovableClock clock = new MovableClock(NOW);
    private final InMemoryEvents events = InMemoryEvents.withPublished(EVENT, 100);
    private final InMemoryRegistrations registrations = new InMemoryRegistrations(events);
    private final UseCases does = UseCases.over(events, registrations, clock);
    private final NotedDoors doors = new NotedDoors();
    private final SendMemo sendMemo = NoticeUseCases.sendMemo(events, registrations, doors);

    @Test
    void sendsItOnceToEverybodyWithASeatWhereNobodyWasNoted() {
        register(150);
        var _ = does.manage().cancel(new RegistrationId(EVENT, 3));

        owe();
        letTimePass();
        owe();
        letTimePass();

        assertThat(told()).hasSize(100).doesNotHaveDuplicates().contains(101L).doesNotContain(3L);
        assertThat(due()).isFalse();
    }

    @Test
    void sendsItToNobodyElseWhereSomebodyWasNoted() {
        register(150);
        doors.note(EVENT, 2);
        doors.note(EVENT, 70);
        doors.note(EVENT, 120);

        owe();
        letTimePass();

        assertThat(told()).containsExactly(2L, 70L, 120L);
    }

    @Test
    void sendsItToNobodyWhomAnotherInstanceHasToldMeanwhile() {
        register(100);
        owe();
        doors.meanwhile(
                () -> {
                    Event.Published event = (Event.Published) event();
                    Notices notices = event.standing().notices();
                    Notices.Round told = new Notices.Round(100, 64);
                    events.put(
                            event.with(
                                    event.standing().owing(notices.with(NoticeKind.MEMO, told))));
                });

        letTimePass();

        assertThat(told())
                .containsExactlyElementsOf(LongStream.rangeClosed(65, 100).boxed().toList());
    }

    @Test
    void tellsEachOfThoseNotedLateOnce() {
        register(100);
        doors.note(EVENT, 2);
        doors.note(EVENT, 70);
        owe();
        letTimePass();
        doors.note(EVENT, 5);
        doors.note(EVENT, 90);

        late(5, 2);
        late(5, 90);
        late(2, 5, 70, 90);

        assertThat(told()).containsExactly(2L, 70L, 5L, 90L);
    }

    @Test
    void tellsNobodyAgainWhoWasToldBecauseNobodyHadBeenNoted() {
        register(3);
        owe();
        letTimePass();
        doors.note(EVENT, 2);

        late(2);

        assertThat(told()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void tellsThoseOnceWhoAreNotedWhileTheOthersAreTold() {
        register(100);
        doors.note(EVENT, 2);
        owe();
        clock.moveTo(OVER);
        doors.meanwhile(
                () -> {
                    doors.note(EVENT, 5);
                    doors.note(EVENT, 90);
                    late(5, 90);
                });

        sendMemo.carryOut(EVENT, clock.instant());

        assertThat(told()).containsExactlyInAnyOrder(2L, 5L, 90L);
    }

    @Test
    void tellsNobodyLateOfWhatIsNotSentOrLeadsNowhere() {
        register(3);
        doors.note(EVENT, 1);
        late(1);
        assertThat(told()).isEmpty();
        owe();
        letTimePass();
        doors.note(EVENT, 2);
        clock.moveTo(OVER.plus(Duration.ofDays(30)));

        late(2);

        assertThat(told()).containsExactly(1L);
    }

    @Test
    void tellsNobodyLateOfARoundOfWhichNobodyNotedWhoWasTold() {
        register(3);
        doors.note(EVENT, 2);
        Event.Published event = (Event.Published) event();
        events.put(
                event.with(
                        event.standing()
                                .owing(
                                        event.standing()
                                                .notices()
                                                .with(
                                                        NoticeKind.MEMO,
                                                        new Notices.Round(3, 3, false)))));
        clock.moveTo(OVER);

        late(2);

        assertThat(told()).isEmpty();
    }

    private void late(long... numbers) {
        NoticeUseCases.lateArrivals(registrations, doors, clock)
                .noted(EVENT, LongStream.of(numbers).boxed().toList());
    }

    @Test
    void waitsUntilTheEventIsOver() {
        register(2);
        owe();
        assertThat(sendMemo.dueAt(event())).isEqualTo(OVER);
        clock.moveTo(OVER.minusSeconds(1));
        sendMemo.carryOut(EVENT, clock.instant());
        assertThat(told()).isEmpty();

        letTimePass();

        assertThat(told()).containsExactly(1L, 2L);
    }

    @Test
    void sendsNothingOfWhatWasNotPublished() {
        register(2);
        letTimePass();
        assertThat(told()).isEmpty();
        assertThat(due()).isFalse();
    }

    @Test
    void sendsNothingOfAnEventThatWasNotHeldOrCameWithAnImport() {
        register(2);
        Event.Published held = (Event.Published) event();
        List<UnaryOperator<Event.Published>> unheld =
                List.of(
                        event -> event.postpone(REASON, NOW),
                        _ ->
                                Event.Published.imported(
                                        EVENT, evening(), RegistrationRules.seats(10), NOW));
        for (UnaryOperator<Event.Published> move : unheld) {
            events.put(move.apply(held));
            owe();
            letTimePass();
            assertThat(told()).isEmpty();
        }
        events.put(held);
        owe();
        events.put(((Event.Published) event()).cancel(REASON, NOW));
        letTimePass();
        assertThat(told()).isEmpty();
    }

    @Test
    void sendsItWhenTheEventHasBeenPutAway() {
        register(2);
        events.put(((Event.Published) event()).archive(OVER));
        owe();
        letTimePass();
        assertThat(told()).containsExactly(1L, 2L);
    }

    @Test
    void owesNothingWhereNobodyRegistered() {
        owe();
        assertThat(due()).isFalse();
        sendMemo.owe(new EventId("019a5f0e-7c00-7000-8000-00000000000f"));
    }

    private void owe() {
        sendMemo.owe(EVENT);
    }

    private void letTimePass() {
        clock.moveTo(OVER);
        sendMemo.carryOut(EVENT, clock.instant());
    }

    private boolean due() {
        return sendMemo.isDue(event(), OVER);
    }

    private Event event() {
        return events.find(EVENT).orElseThrow();
    }

    private void register(long many) {
        LongStream.rangeClosed(1, many)
                .forEach(
                        each ->
                                assertThat(
                                                does.register()
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
                                        .isPresent());
    }

    private List<Long> told() {
        return registrations.told().stream()
                .filter(
                        happening ->
                                happening instanceof RegistrationHappening.NoticeDue notice
                                        && notice.notice() == NoticeKind.MEMO)
                .map(happening -> happening.registration().id().number())
                .toList();
    }
}
