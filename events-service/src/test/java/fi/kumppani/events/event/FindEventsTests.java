package fi.kumppani.events.event;

import static fi.kumppani.events.event.EventFixtures.NOW;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.FindEvents.Found;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

class FindEventsTests {

    private static final MunicipalityCode SEINAJOKI = new MunicipalityCode("743");
    private static final MunicipalityCode EVIJARVI = new MunicipalityCode("052");
    private static final EventQuestion ANY = question("järjestö");

    private final InMemoryEvents events = new InMemoryEvents();
    private final List<ListedEvent> listed = new ArrayList<>();
    private final FindEvents findEvents = new FindEvents(events, new Index());

    @Test
    void putsWhatIsToComeFirstAndThenThePastBackwardsWhereverAPageEnds() {
        for (int day : new int[] {3, -4, 1, -2, 2, -9}) {
            announce(SEINAJOKI, "day" + day, NOW.plus(Duration.ofDays(day)));
        }

        for (int size = 1; size <= 7; size++) {
            int limit = size;
            List<String> ids = new ArrayList<>();
            ListPosition position = ListPosition.beginning(NOW);
            List<Found> page;
            do {
                ListPosition from = position;
                page = in(SEINAJOKI, () -> findEvents.search(ANY, from, limit));
                for (Found found : page) {
                    ids.add(found.event().id().value());
                    position = from.behind(found.event());
                }
            } while (!page.isEmpty());
            assertThat(ids)
                    .as("pages of %d", size)
                    .containsExactly("day1", "day2", "day3", "day-2", "day-4", "day-9");
        }
    }

    @Test
    void knowsWordsInAnyLanguageAndCase() {
        announce(SEINAJOKI, "e", NOW.plus(Duration.ofDays(1)));

        assertThat(found("FÖRENINGSKVÄLL")).hasSize(1);
        assertThat(found("  association   sali ")).hasSize(1);
        assertThat(found("association matara")).isEmpty();
        assertThat(found("esimerkkikatu")).hasSize(1);
        assertThat(found(" ")).hasSize(1);
    }

    @Test
    void leavesArchivedEventsToWhatTheyAreOf() {
        Event.Published old = announce(SEINAJOKI, "old", NOW.minus(Duration.ofDays(9)));
        listed.clear();
        EventDetails details = old.details();
        Event.Published ofSeries =
                new Event.Published(
                        old.id(),
                        2,
                        details.with(
                                details.venue(),
                                details.particulars()
                                        .in(new Belonging("series", null, null, null))),
                        old.places(),
                        old.standing().archived(NOW),
                        false);
        events.put(ofSeries);
        listed.add(ListedEvent.of(ofSeries, SEINAJOKI));

        assertThat(found("järjestö")).isEmpty();
        assertThat(in(SEINAJOKI, () -> findEvents.own(EventQuestion.ofSeries("series"), 10)))
                .hasSize(1);
        assertThat(in(SEINAJOKI, () -> findEvents.own(EventQuestion.ofSeries("other"), 10)))
                .isEmpty();
    }

    @Test
    void leavesPartsOfUmbrellasOutWhenAskedForWhatIsWhole() {
        Event.Published umbrella = announce(SEINAJOKI, "whole", NOW.plus(Duration.ofDays(1)));
        EventDetails details = umbrella.details();
        Event.Published part =
                new Event.Published(
                        new EventId("part"),
                        1,
                        details.with(
                                details.venue(),
                                details.particulars()
                                        .in(new Belonging(null, umbrella.id(), null, null))),
                        umbrella.places(),
                        umbrella.standing(),
                        false);
        events.put(part);
        listed.add(ListedEvent.of(part, SEINAJOKI));

        assertThat(found("järjestö")).hasSize(2);
        assertThat(
                        in(
                                SEINAJOKI,
                                () ->
                                        findEvents.search(
                                                new EventQuestion(
                                                        null, null, null, null, null, null, null,
                                                        null, null, true),
                                                ListPosition.beginning(NOW),
                                                10)))
                .extracting(found -> found.event().id().value())
                .containsExactly("whole");
    }

    @Test
    void showsNothingThatIsNotThereAnyMoreOrNotYet() {
        announce(SEINAJOKI, "e", NOW.plus(Duration.ofDays(1)));
        events.put(
                Event.Draft.of(
                        new EventId("e"), EventFixtures.evening(), RegistrationRules.seats(10)));

        assertThat(found("järjestö")).isEmpty();
    }

    @Test
    void keepsTheListsOfMunicipalitiesApart() {
        announce(EVIJARVI, "theirs", NOW.plus(Duration.ofDays(1)));

        assertThat(found("järjestö")).isEmpty();
        assertThat(in(EVIJARVI, () -> findEvents.search(ANY, ListPosition.beginning(NOW), 10)))
                .hasSize(1);
        assertThat(in(SEINAJOKI, () -> findEvents.shared(new EventId("theirs")))).isEmpty();
    }

    private List<Found> found(String text) {
        return in(
                SEINAJOKI,
                () -> findEvents.search(question(text), ListPosition.beginning(NOW), 10));
    }

    private static EventQuestion question(String text) {
        return new EventQuestion(text, null, null, null, null, null, null, null, null, false);
    }

    private Event.Published announce(MunicipalityCode municipality, String id, Instant start) {
        Event.Published event =
                Event.Draft.of(
                                new EventId(id),
                                EventFixtures.evening(start),
                                RegistrationRules.seats(10))
                        .publish(NOW);
        events.put(event);
        listed.add(ListedEvent.of(event, municipality));
        return event;
    }

    private static <R> R in(MunicipalityCode municipality, Supplier<R> work) {
        return Tenancy.callIn(municipality, work::get);
    }

    private final class Index implements EventListing {

        @Override
        public void note(Event event, long sequence) {
            throw new UnsupportedOperationException("Tests fill the index themselves");
        }

        @Override
        public List<ListedEvent> own() {
            return everywhere().stream()
                    .filter(each -> each.municipality().equals(Tenancy.current()))
                    .toList();
        }

        @Override
        public List<ListedEvent> everywhere() {
            return listed.stream().sorted(ListedEvent.IN_TIME).toList();
        }
    }
}
