package fi.kumppani.events.event;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.event.EventFixtures.renamed;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.seating.Seating;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Insertion;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class EventMovesTests {

    private static final EventId ID = new EventId("e1");
    private static final LocalizedText REASON = LocalizedText.finnish("Sali on suljettu");

    private final InMemoryEvents events = new InMemoryEvents();
    private final MovableClock clock = new MovableClock(NOW);
    private final List<EventId> filled = new ArrayList<>();
    private final DraftEvent draftEvent = new DraftEvent(events, ID::value);
    private final PublishEvent publishEvent = new PublishEvent(events, clock);
    private final ChangeEvent changeEvent = new ChangeEvent(events, filled::add);
    private final CancelEvent cancelEvent = new CancelEvent(events);

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
        var _ = changeEvent.change(ID, renamed(), 60, 1, COORDINATOR);
        assertThat(events.told()).isEmpty();

        publishEvent.publish(ID, 2, COORDINATOR);
        var _ = changeEvent.change(ID, evening(), 60, 3, COORDINATOR);

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

        assertThat(changeEvent.change(ID, evening(), 80, 2, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);

        assertThat(events.told()).hasSize(1);
        assertThat(events.find(ID).orElseThrow().revision()).isEqualTo(2);
    }

    @Test
    void refusesAChangeOfWhatWasChangedMeanwhile() {
        draft("key", "a");

        assertThat(changeEvent.change(ID, renamed(), 80, 7, COORDINATOR))
                .contains(new EventOutcome.Stale());
    }

    @Test
    void neverTakesSeatsFromPeople() {
        events.put(published(taken(80, 70)));

        assertThat(changeEvent.change(ID, evening(), 60, 2, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.CAPACITY_BELOW_CONFIRMED));
        assertThat(changeEvent.change(ID, evening(), 70, 2, COORDINATOR))
                .containsInstanceOf(EventOutcome.Done.class);
    }

    @Test
    void givesGainedSeatsToThoseWhoWait() {
        events.put(published(taken(2, 5)));

        var _ = changeEvent.change(ID, evening(), 4, 2, COORDINATOR);

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
        assertThat(changeEvent.change(ID, evening(), 80, 3, COORDINATOR)).isPresent();
        assertThat(changeEvent.change(ID, renamed(), 80, 3, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
        assertThat(publishEvent.publish(ID, 3, COORDINATOR))
                .contains(new EventOutcome.Refused(EventOutcome.Reason.EVENT_CANCELLED));
    }

    @Test
    void knowsNothingOfOtherEvents() {
        assertThat(publishEvent.publish(ID, 1, COORDINATOR)).isEmpty();
        assertThat(changeEvent.change(ID, evening(), 80, 1, COORDINATOR)).isEmpty();
        assertThat(cancelEvent.cancel(ID, REASON, 1, COORDINATOR)).isEmpty();
    }

    private Insertion<Event> draft(String key, String hash) {
        return draftEvent.draft(evening(), 80, new Creation(key, hash), COORDINATOR);
    }

    private static Event.Published published(Seating seating) {
        return Event.Draft.of(ID, evening(), seating.capacity()).publish().seat(seating);
    }

    private static Seating taken(int capacity, int arrivals) {
        Seating seating = Seating.empty(capacity);
        for (int i = 0; i < arrivals; i++) {
            seating =
                    switch (seating.arrive()) {
                        case Seating.Arrival.Seated(long _, Seating next) -> next;
                        case Seating.Arrival.Queued(long _, long _, Seating next) -> next;
                        case Seating.Arrival.TurnedAway _ -> seating;
                    };
        }
        return seating;
    }
}
