package fi.kumppani.events.event;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.event.EventFixtures.renamed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Party;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

class EventMovesTests {

    private static final EventId ID = new EventId("e1");
    private static final LocalizedText REASON = LocalizedText.finnish("Sali on suljettu");

    private final InMemoryEvents events = new InMemoryEvents();
    private final MovableClock clock = new MovableClock(NOW);
    private final List<EventId> filled = new ArrayList<>();
    private final DraftEvent draftEvent = new DraftEvent(events, ID::value);
    private final PublishEvent publishEvent = new PublishEvent(events, clock);
    private final ChangeEvent changeEvent = new ChangeEvent(events, filled::add, clock);
    private final CancelEvent cancelEvent = new CancelEvent(events, clock);
    private final PostponeEvent postponeEvent = new PostponeEvent(events, clock);
    private final List<EventId> erased = new ArrayList<>();
    private final ForgetDraft forgetDraft = new ForgetDraft(events, List.of(erased::add));
    private final DecideWhetherHeld decideWhetherHeld = new DecideWhetherHeld(events);
    private final DeclareWhetherHeld declareWhetherHeld = new DeclareWhetherHeld(events, clock);

    @Test
    void draftsWithoutTellingAnybody() {
        assertThat(draft("key", "a")).isInstanceOf(Insertion.Inserted.class);
        assertThat(draft("key", "a")).isInstanceOf(Insertion.Repeated.class);
        assertThat(draft("key", "b")).isInstanceOf(Insertion.KeyReused.class);

        assertThat(events.told()).isEmpty();
        assertThat(events.find(ID)).containsInstanceOf(Event.Draft.class);
    }

    @Test
    void announcesADraftOnce() {
        draft("key", "a");

        assertThat(publishEvent.publish(ID, 1, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);
        assertThat(publishEvent.publish(ID, 1, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);

        assertThat(events.told())
                .singleElement()
                .isInstanceOf(EventHappening.Announced.class)
                .extracting(told -> told.event().revision())
                .isEqualTo(2L);
    }

    @Test
    void refusesToAnnounceWhatIsOverOrWasChangedMeanwhile() {
        draft("key", "a");

        assertThat(publishEvent.publish(ID, 2, COORDINATOR)).contains(new EventOutcome.Stale());
        clock.moveTo(evening().schedule().endsAt());
        assertThat(publishEvent.publish(ID, 1, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_OVER));
        assertThat(events.told()).isEmpty();
    }

    @Test
    void changesADraftQuietlyAndAPublishedEventAloud() {
        draft("key", "a");
        var _ = change(renamed(), 60, 1);
        assertThat(events.told()).isEmpty();

        publishEvent.publish(ID, 2, COORDINATOR);
        var _ = change(evening(), 60, 3);

        assertThat(events.told())
                .extracting(told -> told.getClass().getSimpleName())
                .containsExactly("Announced", "Changed");
        assertThat(events.find(ID).orElseThrow().revision()).isEqualTo(4);
        assertThat(filled).isEmpty();
    }

    @Test
    void saysNothingWhenNothingChanges() {
        draft("key", "a");
        publishEvent.publish(ID, 1, COORDINATOR);

        assertThat(change(evening(), 80, 2)).containsInstanceOf(EventOutcome.Done.class);

        assertThat(events.told()).hasSize(1);
        assertThat(events.find(ID).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void refusesAChangeOfWhatWasChangedMeanwhile() {
        draft("key", "a");

        assertThat(change(renamed(), 80, 7)).contains(new EventOutcome.Stale());
    }

    @Test
    void neverTakesSeatsFromPeople() {
        events.put(published(taken(80, 70)));

        assertThat(change(evening(), 60, 2))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.CAPACITY_BELOW_CONFIRMED));
        assertThat(change(evening(), 70, 2)).containsInstanceOf(EventOutcome.Done.class);
    }

    @Test
    void givesGainedSeatsToThoseWhoWait() {
        events.put(published(taken(2, 5)));

        var _ = change(evening(), 4, 2);

        assertThat(filled).containsExactly(ID);
        assertThat(events.written().getLast().reason()).isEqualTo("capacity 2 to 4");
    }

    @Test
    void cancelsOnceAndForGood() {
        draft("key", "a");
        assertThat(cancelEvent.cancel(ID, REASON, 1, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.NOT_PUBLISHED));
        publishEvent.publish(ID, 1, COORDINATOR);

        assertThat(cancelEvent.cancel(ID, REASON, 1, COORDINATOR))
                .contains(new EventOutcome.Stale());
        assertThat(cancelEvent.cancel(ID, REASON, 2, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);
        assertThat(cancelEvent.cancel(ID, REASON, 2, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);

        assertThat(events.told()).hasSize(2);
        assertThat(change(evening(), 80, 3)).isPresent();
        assertThat(change(renamed(), 80, 3))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
        assertThat(publishEvent.publish(ID, 3, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
    }

    @Test
    void knowsNothingOfOtherEvents() {
        assertThat(publishEvent.publish(ID, 1, COORDINATOR)).isEmpty();
        assertThat(change(evening(), 80, 1)).isEmpty();
        assertThat(cancelEvent.cancel(ID, REASON, 1, COORDINATOR)).isEmpty();
    }

    private Insertion<Event> draft(String key, String hash) {
        return draftEvent.draft(
                evening(), RegistrationRules.seats(80), new Creation(key, hash), COORDINATOR);
    }

    private static Event.Published published(Seating seating) {
        RegistrationRules rules = RegistrationRules.seats(seating.capacity());
        return Event.Draft.of(ID, evening(), rules).publish(NOW).with(places(seating));
    }

    private static Places places(Seating seating) {
        return new Places(RegistrationRules.seats(seating.capacity()), seating, Commitments.NONE);
    }

    private Optional<EventOutcome> change(EventDetails details, int capacity, long seen) {
        return changeEvent.change(
                ID, details, RegistrationRules.seats(capacity), seen, COORDINATOR);
    }

    private static Seating taken(int capacity, int arrivals) {
        Seating seating = Seating.empty(capacity);
        for (int i = 0; i < arrivals; i++) {
            seating =
                    switch (seating.arrive(Party.ONE)) {
                        case Seating.Arrival.Seated(long _, Seating next) -> next;
                        case Seating.Arrival.Queued(long _, int _, long _, Seating next) -> next;
                        case Seating.Arrival.TurnedAway _ -> seating;
                    };
        }
        return seating;
    }

    @Test
    void keepsTheTimesOfAPostponedEventUntilItHasNewOnes() {
        events.put(Event.Draft.of(ID, evening(), RegistrationRules.seats(80)).publish(NOW));

        var _ = postponeEvent.postpone(ID, REASON, 2, COORDINATOR);
        Event.Published postponed = announced();

        assertThat(postponed.status()).isEqualTo("postponed");
        assertThat(postponed.details()).isEqualTo(evening());
        assertThat(postponed.takesRegistrations(NOW)).isFalse();
        assertThat(Situation.of(postponed, NOW)).isEqualTo(Situation.POSTPONED);

        var _ = change(renamed(), 80, 3);
        assertThat(announced().status()).isEqualTo("postponed");

        Instant later = EventFixtures.STARTS_AT.plus(Duration.ofDays(30));
        var _ = change(evening(later), 80, 4);
        assertThat(announced().status()).isEqualTo("published");
        assertThat(announced().standing().previousStartsAt()).isEqualTo(EventFixtures.STARTS_AT);
        assertThat(Situation.of(announced(), NOW)).isEqualTo(Situation.OPEN);
    }

    @Test
    void putsAwayOnlyWhatIsOver() {
        events.put(Event.Draft.of(ID, evening(), RegistrationRules.seats(80)).publish(NOW));

        assertThat(postponeEvent.archive(ID, 2, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_NOT_OVER));
        clock.moveTo(EventFixtures.STARTS_AT.plus(Duration.ofDays(1)));
        assertThat(postponeEvent.postpone(ID, REASON, 2, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_OVER));
        assertThat(postponeEvent.archive(ID, 1, COORDINATOR)).contains(new EventOutcome.Stale());
        var _ = postponeEvent.archive(ID, 2, COORDINATOR);
        assertThat(announced().status()).isEqualTo("archived");
        assertThat(postponeEvent.archive(ID, 2, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);
        assertThat(announced().revision()).isEqualTo(3);
    }

    @Test
    void forgetsDraftsAndNothingElse() {
        events.put(Event.Draft.of(ID, evening(), RegistrationRules.seats(80)));
        assertThat(forgetDraft.forget(ID, 7)).contains(new EventOutcome.Stale());
        assertThat(erased).isEmpty();
        var _ = publishEvent.publish(ID, 1, COORDINATOR);
        assertThat(forgetDraft.forget(ID, 2))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.ALREADY_PUBLISHED));

        events.put(Event.Draft.of(ID, evening(), RegistrationRules.seats(80)));
        var _ = forgetDraft.forget(ID, 1);
        assertThat(events.find(ID)).isEmpty();
        assertThat(erased).as("what is kept apart from it").containsExactly(ID);
        assertThat(forgetDraft.forget(ID, 1)).isEmpty();
    }

    @Test
    void confirmsAnEventThatEnoughComeTo() {
        events.put(needing(2, seated(2)));
        Instant due = Objects.requireNonNull(decideWhetherHeld.dueAt(announced()));

        var _ = decideWhetherHeld.decide(ID, due.minusMillis(1));
        assertThat(events.told()).isEmpty();
        var _ = decideWhetherHeld.decide(ID, due);
        var _ = decideWhetherHeld.decide(ID, due);

        assertThat(announced().standing().assured()).isTrue();
        assertThat(decideWhetherHeld.dueAt(announced())).isNull();
        assertThat(events.told()).singleElement().isInstanceOf(EventHappening.Changed.class);
        assertThat(events.written())
                .singleElement()
                .extracting(JournalEntry::kind, JournalEntry::reason)
                .containsExactly(JournalEntry.Kind.ASSURED, "2 of at least 2");
    }

    @Test
    void callsAnEventOffThatTooFewComeTo() {
        events.put(needing(3, seated(2)));
        Instant due = Objects.requireNonNull(decideWhetherHeld.dueAt(announced()));

        var _ = decideWhetherHeld.decide(ID, due);

        assertThat(events.find(ID)).containsInstanceOf(Event.Cancelled.class);
        assertThat(events.told()).singleElement().isInstanceOf(EventHappening.CalledOff.class);
        Notices.News owed =
                Objects.requireNonNull(events.find(ID).orElseThrow().standing().notices().news());
        assertThat(owed.kind()).isEqualTo(NoticeKind.CANCELLED);
        assertThat(owed.upTo()).isEqualTo(2);
        assertThat(decideWhetherHeld.decide(ID, due)).containsInstanceOf(EventOutcome.Done.class);
        assertThat(events.told()).hasSize(1);
    }

    @Test
    void isHeldWithTooFewWhenACoordinatorDeclaresItBefore() {
        events.put(needing(3, seated(2)));
        long seen = announced().revision();
        Instant due = Objects.requireNonNull(decideWhetherHeld.dueAt(announced()));

        assertThat(declare(true, seen - 1)).isInstanceOf(EventOutcome.Stale.class);
        assertThat(declare(true, seen)).isInstanceOf(EventOutcome.Done.class);
        assertThat(declare(true, seen)).as("said again").isInstanceOf(EventOutcome.Done.class);
        var _ = decideWhetherHeld.decide(ID, due);

        assertThat(announced().standing().assured()).isTrue();
        assertThat(events.told()).singleElement().isInstanceOf(EventHappening.Changed.class);
        assertThat(events.written())
                .singleElement()
                .isEqualTo(
                        JournalEntry.of(JournalEntry.Kind.ASSURED, COORDINATOR, "2 of at least 3"));
        assertThat(declare(false, announced().revision()))
                .isEqualTo(new EventOutcome.Refused(EventOutcome.Reason.ALREADY_ASSURED));
    }

    @Test
    void isCalledOffForTooFewWhenACoordinatorDeclaresItBefore() {
        events.put(needing(3, seated(2)));
        long seen = announced().revision();

        assertThat(declare(false, seen)).isInstanceOf(EventOutcome.Done.class);
        assertThat(declare(false, seen)).as("said again").isInstanceOf(EventOutcome.Done.class);

        assertThat(events.told()).singleElement().isInstanceOf(EventHappening.CalledOff.class);
        assertThat(events.find(ID))
                .get()
                .isInstanceOfSatisfying(
                        Event.Cancelled.class,
                        cancelled ->
                                assertThat(cancelled.reason().sv())
                                        .isEqualTo(
                                                "För få hade anmält sig: 2, när minst 3"
                                                        + " behövdes."));
        assertThat(declare(true, seen))
                .isEqualTo(new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
    }

    @Test
    void declaresNothingWhereNothingIsToBeDecided() {
        events.put(seated(2));
        assertThat(declare(true, announced().revision()))
                .isEqualTo(new EventOutcome.Refused(EventOutcome.Reason.NO_MINIMUM));
        events.put(needing(3, seated(2)).postpone(REASON, NOW));
        assertThat(declare(false, announced().revision()))
                .isEqualTo(new EventOutcome.Refused(EventOutcome.Reason.EVENT_POSTPONED));
        assertThat(events.told()).isEmpty();
    }

    private EventOutcome declare(boolean held, long seen) {
        return declareWhetherHeld.declare(ID, held, seen, COORDINATOR).orElseThrow();
    }

    @Test
    void callsNothingOffThatHasBegun() {
        events.put(needing(3, seated(2)));

        var _ = decideWhetherHeld.decide(ID, EventFixtures.STARTS_AT);

        assertThat(announced().standing().assured()).isTrue();
    }

    @Test
    void decidesNothingAboutAPostponedEvent() {
        events.put(needing(3, seated(2)).postpone(REASON, NOW));

        assertThat(decideWhetherHeld.dueAt(announced())).isNull();
        var _ = decideWhetherHeld.decide(ID, EventFixtures.DEADLINE);
        assertThat(events.told()).isEmpty();
    }

    @Test
    void asksAnewWhenTheQuestionIsAnother() {
        events.put(needing(2, seated(2)));
        Instant due = Objects.requireNonNull(decideWhetherHeld.dueAt(announced()));
        var _ = decideWhetherHeld.decide(ID, due);

        EventDetails other = needing(5, seated(2)).details();
        var _ = change(other, 80, 3);

        assertThat(decideWhetherHeld.dueAt(announced())).isEqualTo(due);
    }

    @Test
    void tellsHowAnEventStandsFromSeatsAndClock() {
        Event.Published open = seated(1);
        Event.Published full = open.with(places(occupied(1, 1)));

        assertThat(Situation.of(Event.Draft.of(ID, evening(), RegistrationRules.seats(1)), NOW))
                .isEqualTo(Situation.DRAFT);
        assertThat(Situation.of(open, NOW)).isEqualTo(Situation.OPEN);
        assertThat(Situation.of(full, NOW)).isEqualTo(Situation.FULL);
        assertThat(Situation.of(full, EventFixtures.DEADLINE.plusMillis(1)))
                .isEqualTo(Situation.CLOSED);
        assertThat(Situation.of(full, EventFixtures.STARTS_AT.plus(Duration.ofHours(2))))
                .isEqualTo(Situation.HELD);
        assertThat(Situation.of(full.cancel(REASON, NOW), NOW)).isEqualTo(Situation.CANCELLED);
    }

    private Event.Published announced() {
        return (Event.Published) events.find(ID).orElseThrow();
    }

    private static Event.Published seated(int people) {
        return Event.Draft.of(ID, evening(), RegistrationRules.seats(80))
                .publish(NOW)
                .with(places(occupied(80, people)));
    }

    private static Seating occupied(int capacity, int people) {
        Seating seating = Seating.empty(capacity);
        for (int person = 0; person < people; person++) {
            if (seating.arrive(Party.ONE) instanceof Seating.Arrival.Seated(var _, var next)) {
                seating = next;
            }
        }
        return seating;
    }

    private static Event.Published needing(int atLeast, Event.Published event) {
        EventDetails details = event.details();
        Particulars told = details.particulars();
        return new Event.Published(
                ID,
                event.revision(),
                details.with(
                        details.venue(),
                        new Particulars(
                                null,
                                List.of(),
                                told.attendance(),
                                told.audience(),
                                List.of(),
                                List.of(),
                                told.belonging(),
                                new Minimum(atLeast, EventFixtures.DEADLINE),
                                told.enrolment(),
                                null)),
                event.places(),
                event.standing(),
                false);
    }
}
