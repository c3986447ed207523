package fi.kumppani.events.notice;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.door.NotedDoors;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.InMemoryRegistrations;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

class AskForFeedbackTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final Instant OVER = STARTS_AT.plus(Duration.ofHours(2));
    private static final Duration AFTER = Duration.ofHours(18);

    private final MovableClock clock = new MovableClock(NOW);
    private final InMemoryEvents events = InMemoryEvents.withPublished(EVENT, 100);
    private final InMemoryRegistrations registrations = new InMemoryRegistrations(events);
    private final UseCases does = UseCases.over(events, registrations, clock);
    private final NotedDoors doors = new NotedDoors();
    private final AskForFeedback ask = NoticeUseCases.askForFeedback(events, registrations, doors);

    @BeforeEach
    void register() {
        for (int each = 1; each <= 70; each++) {
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
                    .isPresent();
        }
    }

    @Test
    void asksThoseWhoCameOnceAsLongAfterAsIsWanted() {
        doors.note(EVENT, 2);
        doors.note(EVENT, 66);
        plan(AFTER);
        assertThat(ask.dueAt(event())).isEqualTo(OVER.plus(AFTER));

        carryOut(OVER.plus(AFTER).minusSeconds(1));
        assertThat(told()).isEmpty();
        carryOut(OVER.plus(AFTER));
        carryOut(OVER.plus(AFTER).plusSeconds(60));

        assertThat(told()).containsExactly(2L, 66L);
        assertThat(ask.dueAt(event())).isNull();
    }

    @Test
    void asksNobodyWhereNothingIsAskedAnyMore() {
        plan(AFTER);
        plan(null);
        carryOut(OVER.plus(AFTER));
        assertThat(told()).isEmpty();
        assertThat(ask.dueAt(event())).isNull();
    }

    @Test
    void asksNobodyOnceTheirLinksHaveExpired() {
        plan(AFTER);
        carryOut(OVER.plus(Duration.ofDays(30)));
        assertThat(told()).isEmpty();
        assertThat(ask.dueAt(event())).isNull();
    }

    @Test
    void asksNobodyAboutAnEventThatWasCalledOff() {
        plan(AFTER);
        LocalizedText reason = LocalizedText.finnish("Myrsky");
        events.put(((Event.Published) event()).cancel(reason, NOW));
        carryOut(OVER.plus(AFTER));
        assertThat(told()).isEmpty();
    }

    private void plan(@Nullable Duration after) {
        var _ =
                registrations.decide(
                        EVENT,
                        desk -> {
                            Standing standing = desk.event().standing();
                            desk.stand(standing.owing(standing.notices().asking(after)));
                            return true;
                        });
    }

    private void carryOut(Instant now) {
        clock.moveTo(now);
        ask.carryOut(EVENT, now);
    }

    private Event event() {
        return events.find(EVENT).orElseThrow();
    }

    private List<Long> told() {
        return registrations.told().stream()
                .filter(
                        happening ->
                                happening instanceof RegistrationHappening.NoticeDue notice
                                        && notice.notice() == NoticeKind.FEEDBACK)
                .map(happening -> happening.registration().id().number())
                .toList();
    }
}
