package fi.kumppani.events.notice;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;
import static fi.kumppani.events.event.EventFixtures.attending;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.event.EventFixtures.renamed;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Attendance;
import fi.kumppani.events.event.DueWork;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Events;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Schedule;
import fi.kumppani.events.event.Venue;
import fi.kumppani.events.registration.InMemoryRegistrations;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.LongStream;

class NoticesTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final LocalizedText REASON = LocalizedText.finnish("Sali on suljettu");

    private final MovableClock clock = new MovableClock(NOW);
    private final InMemoryEvents events = InMemoryEvents.withPublished(EVENT, 100);
    private final InMemoryRegistrations registrations = new InMemoryRegistrations(events);
    private final UseCases does = UseCases.over(events, registrations, clock);
    private final List<DueWork> works = NoticeUseCases.over(registrations);

    @Test
    void tellsEverybodyOnceWhetherTheyHaveASeatOrWaitForOne() {
        register(1, 150);

        become(event -> event.cancel(REASON, clock.instant()));
        letTimePass(Duration.ofSeconds(1));
        letTimePass(Duration.ofDays(1));

        assertThat(told(NoticeKind.CANCELLED)).containsExactlyElementsOf(numbers(1, 150));
        assertThat(events.written())
                .filteredOn(entry -> entry.kind() == JournalEntry.Kind.TOLD)
                .extracting(JournalEntry::reason)
                .containsExactly(
                        "event-cancelled to 64 of 1–64",
                        "event-cancelled to 64 of 65–128",
                        "event-cancelled to 22 of 129–150");
        assertThat(event().revision()).isEqualTo(3);
        assertThat(due()).isNull();
    }

    @Test
    void tellsNobodyWhoIsGoneOrHoldsSeatsForAForm() {
        register(1, 3);
        var _ = does.manage().cancel(new RegistrationId(EVENT, 2));
        become(event -> event.with(event.places()));
        var _ = does.hold().hold(EVENT, new Party(1, null));

        become(event -> event.postpone(REASON, clock.instant()));
        letTimePass(Duration.ofSeconds(1));

        assertThat(told(NoticeKind.POSTPONED)).containsExactly(1L, 3L);
    }

    @Test
    void tellsOfPlaceTimeAndWayToTakePartAndOfNothingElse() {
        register(1, 1);
        EventDetails evening = evening();
        Schedule times = evening.schedule();
        EventDetails elsewhere =
                evening.with(
                        new Venue(evening.venue().name(), "Toinen katu 1"), evening.particulars());
        EventDetails online =
                evening.with(
                        evening.venue(),
                        attending(new Attendance(Attendance.Mode.HYBRID, null, false)));
        EventDetails coffee =
                scheduled(
                        evening,
                        new Schedule(
                                null,
                                times.startsAt(),
                                times.endsAt(),
                                times.registrationDeadline()));
        EventDetails deadline =
                scheduled(
                        evening,
                        new Schedule(
                                times.coffeeFrom(),
                                times.startsAt(),
                                times.endsAt(),
                                times.registrationDeadline().minusSeconds(60)));

        assertThat(evening.concernsThoseWhoCome(elsewhere)).isTrue();
        assertThat(evening.concernsThoseWhoCome(online)).isTrue();
        assertThat(evening.concernsThoseWhoCome(coffee)).isTrue();
        assertThat(evening.concernsThoseWhoCome(deadline)).isFalse();
        assertThat(evening.concernsThoseWhoCome(renamed())).isFalse();

        become(event -> changed(event, renamed()));
        become(event -> event.assure(clock.instant()));
        letTimePass(Duration.ofHours(1));

        assertThat(registrations.told()).noneMatch(NoticesTests::isNotice);
    }

    @Test
    void tellsOfSeveralChangesCloseTogetherOnce() {
        register(1, 2);

        become(event -> changed(event, moved(STARTS_AT.plusSeconds(3600))));
        letTimePass(Duration.ofSeconds(30));
        become(event -> changed(event, moved(STARTS_AT.plusSeconds(7200))));
        letTimePass(Duration.ofSeconds(30));
        assertThat(told(NoticeKind.CHANGED)).isEmpty();
        letTimePass(Duration.ofMinutes(5));

        assertThat(told(NoticeKind.CHANGED)).containsExactly(1L, 2L);
        assertThat(registrations.told().getLast())
                .isInstanceOfSatisfying(
                        RegistrationHappening.NoticeDue.class,
                        notice -> assertThat(notice.eventRevision()).isEqualTo(4));
    }

    @Test
    void tellsNobodyWhoRegisteredAfterTheChange() {
        register(1, 2);
        become(event -> changed(event, moved(STARTS_AT.plusSeconds(3600))));
        clock.pass(Duration.ofSeconds(10));
        register(3, 4);

        letTimePass(Duration.ofMinutes(2));

        assertThat(told(NoticeKind.CHANGED)).containsExactly(1L, 2L);
    }

    @Test
    void tellsAnewWhenSomethingHappensBeforeAllWereTold() {
        register(1, 100);
        become(event -> event.postpone(REASON, clock.instant()));
        var _ =
                registrations.decide(
                        EVENT,
                        desk -> {
                            var news = desk.event().standing().notices();
                            desk.stand(desk.event().standing().owing(news.told(64)));
                            return true;
                        });

        become(event -> event.cancel(REASON, clock.instant()));
        letTimePass(Duration.ofSeconds(1));

        assertThat(told(NoticeKind.POSTPONED)).isEmpty();
        assertThat(told(NoticeKind.CANCELLED)).containsExactlyElementsOf(numbers(1, 100));
    }

    @Test
    void tellsNobodyOfAnEventThatIsOver() {
        register(1, 1);
        clock.moveTo(STARTS_AT.plus(Duration.ofDays(1)));

        become(event -> changed(event, moved(STARTS_AT.minusSeconds(3600))));
        letTimePass(Duration.ofHours(1));
        become(event -> event.cancel(REASON, clock.instant()));
        letTimePass(Duration.ofHours(1));

        assertThat(registrations.told()).noneMatch(NoticesTests::isNotice);
    }

    @Test
    void tellsNobodyOfAnImportedEvent() {
        events.put(Event.Published.imported(EVENT, evening(), RegistrationRules.seats(10), NOW));
        register(1, 1);

        become(event -> event.cancel(REASON, clock.instant()));
        letTimePass(Duration.ofHours(1));

        assertThat(registrations.told()).noneMatch(NoticesTests::isNotice);
    }

    @Test
    void remindsThoseWhoHaveASeatOnceADayBefore() {
        register(1, 101);
        assertThat(due()).isEqualTo(STARTS_AT.minus(Duration.ofDays(1)));
        clock.moveTo(STARTS_AT.minus(Duration.ofDays(1)).minusSeconds(1));
        letTimePass(Duration.ZERO);
        assertThat(told(NoticeKind.REMINDER)).isEmpty();

        letTimePass(Duration.ofSeconds(2));
        letTimePass(Duration.ofHours(3));

        assertThat(told(NoticeKind.REMINDER)).containsExactlyElementsOf(numbers(1, 100));
        assertThat(due()).isNull();
    }

    @Test
    void remindsNobodyWhoRegisteredWhenItWasTimeAlready() {
        register(1, 1);
        become(
                event ->
                        changed(
                                event,
                                scheduled(
                                        evening(),
                                        new Schedule(
                                                null,
                                                STARTS_AT,
                                                STARTS_AT.plusSeconds(3600),
                                                STARTS_AT))));
        clock.moveTo(STARTS_AT.minus(Duration.ofHours(20)));
        register(2, 2);

        letTimePass(Duration.ofSeconds(1));

        assertThat(told(NoticeKind.REMINDER)).containsExactly(1L);
    }

    @Test
    void remindsNobodyOfWhatHasBegun() {
        register(1, 1);
        clock.moveTo(STARTS_AT);

        letTimePass(Duration.ZERO);

        assertThat(told(NoticeKind.REMINDER)).isEmpty();
        assertThat(due()).isNull();
    }

    @Test
    void remindsAgainOfANewStartUnlessThatIsToldAtTheSameTime() {
        register(1, 1);
        clock.moveTo(STARTS_AT.minus(Duration.ofHours(3)));
        letTimePass(Duration.ZERO);
        Instant nextWeek = STARTS_AT.plus(Duration.ofDays(7));

        become(event -> changed(event, moved(nextWeek)));
        assertThat(told(NoticeKind.REMINDER)).containsExactly(1L);
        clock.moveTo(nextWeek.minus(Duration.ofHours(5)));
        letTimePass(Duration.ZERO);
        assertThat(told(NoticeKind.REMINDER)).containsExactly(1L, 1L);

        become(event -> changed(event, moved(nextWeek.plusSeconds(600))));
        letTimePass(Duration.ofMinutes(10));

        assertThat(told(NoticeKind.REMINDER)).containsExactly(1L, 1L);
        assertThat(told(NoticeKind.CHANGED)).containsExactly(1L, 1L);
    }

    @Test
    void remindsNobodyWhenTheEventDoesNotWantItOrIsPutOff() {
        register(1, 1);
        become(event -> event.postpone(REASON, NOW));

        clock.moveTo(STARTS_AT.minusSeconds(3600));
        letTimePass(Duration.ZERO);

        assertThat(told(NoticeKind.REMINDER)).isEmpty();
    }

    private void register(long first, long last) {
        for (long each = first; each <= last; each++) {
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
                                            new Creation("key-" + each, "hash")))
                    .isPresent();
        }
    }

    private void become(Function<Event.Published, Event> move) {
        var _ =
                events.decide(
                        EVENT,
                        event ->
                                new Events.Decision.Become<>(
                                        move.apply((Event.Published) event),
                                        null,
                                        JournalEntry.of(
                                                JournalEntry.Kind.CHANGED, COORDINATOR, null),
                                        true));
    }

    private Event changed(Event.Published event, EventDetails next) {
        return ((Event.Change.Changed) event.change(next, event.rules(), clock.instant())).event();
    }

    private static EventDetails moved(Instant start) {
        return scheduled(
                evening(), new Schedule(null, start, start.plus(Duration.ofHours(2)), start));
    }

    private static EventDetails scheduled(EventDetails details, Schedule schedule) {
        return new EventDetails(
                details.title(),
                details.theme(),
                details.description(),
                details.venue(),
                schedule,
                details.particulars());
    }

    /** Does what is due, as the plan does: what says it is due is called, and no more. */
    private void letTimePass(Duration time) {
        clock.pass(time);
        for (DueWork work : works) {
            Instant due = work.dueAt(event());
            if (due != null && !due.isAfter(clock.instant())) {
                work.carryOut(EVENT, clock.instant());
            }
        }
    }

    private @Nullable Instant due() {
        return works.stream()
                .map(work -> work.dueAt(event()))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private Event event() {
        return events.find(EVENT).orElseThrow();
    }

    private List<Long> told(NoticeKind kind) {
        return registrations.told().stream()
                .filter(
                        happening ->
                                happening instanceof RegistrationHappening.NoticeDue notice
                                        && notice.notice() == kind)
                .map(happening -> happening.registration().id().number())
                .toList();
    }

    private static boolean isNotice(RegistrationHappening happening) {
        return happening instanceof RegistrationHappening.NoticeDue;
    }

    private static List<Long> numbers(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
