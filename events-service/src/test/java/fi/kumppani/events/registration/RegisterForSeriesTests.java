package fi.kumppani.events.registration;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.Notices;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.registration.RegisterForEvent.Outcome;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Registering once for a whole series. */
class RegisterForSeriesTests {

    private static final String SERIES = "019a5f0e-7c00-7000-8000-00000000005e";
    private static final String CHOIR = "019a5f0e-7c00-7000-8000-0000000000a1";
    private static final Belonging IN_SERIES = new Belonging(SERIES, null, null, null);
    private static final Creation REQUEST = new Creation("key", "hash");

    private final InMemoryEvents events = new InMemoryEvents();
    private final InMemoryRegistrations kept = new InMemoryRegistrations(events);
    private final InMemoryAssociations associations = new InMemoryAssociations();
    private final MovableClock clock = new MovableClock(NOW);

    @Test
    void registersForAllThatIsToComeInTheOrderOfTime() {
        publish(3, rules(1));
        publish(2, rules(1));
        publish(4, rules(1).approving());
        register(3, "somebody");

        assertThat(outcomes("a", REQUEST))
                .containsExactly(registered(2, 1, 0, false), registered(3, 2, 1, false), asked(4));
    }

    @Test
    void leavesOutWhatIsNoPartOfItOrAmongWhichOneChooses() {
        publish(1, rules(5));
        publish(2, rules(5), Belonging.NONE);
        publish(3, rules(5), new Belonging("another", null, null, null));
        publish(4, rules(5), new Belonging(SERIES, id(1), null, null));
        archive(5);
        publish(-1, rules(5));

        assertThat(outcomes("a", REQUEST)).containsExactly(registered(1, 1, 0, false));
        assertThat(kept.told()).hasSize(1);
    }

    @Test
    void saysWhereTheEventsOwnFormIsNeeded() {
        publish(1, rules(5).asking(form(true)));
        publish(2, rules(5).asking(form(false)));
        publish(3, rules(5).admitting(Admitted.ASSOCIATIONS));
        publish(
                4,
                rules(5).in(
                                new Workshops(
                                        false,
                                        List.of(
                                                new Workshops.Group(
                                                        "culture",
                                                        LocalizedText.finnish("Kulttuuri"),
                                                        null,
                                                        Set.of())))));

        assertThat(outcomes("a", REQUEST))
                .satisfiesExactly(
                        required -> assertThat(required).isInstanceOf(Outcome.Faulty.class),
                        optional -> assertThat(optional).isEqualTo(registered(2, 1, 0, false)),
                        delegate -> assertThat(delegate).isInstanceOf(Outcome.Faulty.class),
                        workshop -> assertThat(workshop).isInstanceOf(Outcome.Faulty.class));
        assertThat(kept.told()).hasSize(1);
    }

    @Test
    void takesTheInvitedByTheirOwnFormAlone() {
        associations.keep(new KnownAssociation(CHOIR, "1", true), 1);
        publish(1, rules(5).admitting(Admitted.INVITED));
        publish(2, rules(5).admitting(Admitted.ASSOCIATIONS));

        assertThat(told(use(kept), "a", CHOIR, REQUEST))
                .satisfiesExactly(
                        invited -> assertThat(invited).isInstanceOf(Outcome.Faulty.class),
                        open -> assertThat(open).isEqualTo(registered(2, 1, 0, false)));
    }

    @Test
    void tellsWhatIsTooLateOrTooEarly() {
        publish(1, rules(5));
        publish(9, rules(5).opening(NOW.plus(Duration.ofDays(5))));
        clock.pass(Duration.ofHours(1));

        assertThat(outcomes("a", REQUEST))
                .containsExactly(
                        new Outcome.Refused(Refusal.DEADLINE_PASSED),
                        new Outcome.Refused(Refusal.NOT_OPEN_YET));
    }

    @Test
    void registersNobodyTwice() {
        publish(1, rules(5));
        publish(2, rules(5));
        register(2, "a");

        assertThat(outcomes("a", REQUEST))
                .containsExactly(
                        registered(1, 1, 0, false),
                        new Outcome.Refused(Refusal.ALREADY_REGISTERED));
        assertThat(outcomes("a", new Creation("another", "hash")))
                .containsOnly(new Outcome.Refused(Refusal.ALREADY_REGISTERED));
        assertThat(numbers(1)).containsExactly(1L);
        assertThat(numbers(2)).containsExactly(1L);
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        IntStream.rangeClosed(1, 4).forEach(day -> publish(day, rules(5)));

        assertThatThrownBy(() -> told(use(new Dying(2)), "a", null, REQUEST)).hasMessage("killed");
        assertThat(numbers(2)).as("kept, and not answered").containsExactly(1L);
        assertThat(numbers(3)).isEmpty();

        List<Outcome> first = outcomes("a", REQUEST);
        assertThat(first).hasSize(4).allMatch(Outcome.Registered.class::isInstance);
        assertThat(outcomes("a", REQUEST)).isEqualTo(first);
        assertThat(kept.told()).hasSize(4);
    }

    @Test
    void registersForWhatWasAnnouncedSinceWhenAskedAgain() {
        publish(2, rules(5));
        List<Outcome> first = outcomes("a", REQUEST);
        publish(1, rules(5));

        assertThat(outcomes("a", REQUEST))
                .containsExactly(registered(1, 1, 0, false), first.getFirst());
    }

    @Test
    void refusesAKeyThatWasUsedForSomebodyElse() {
        publish(1, rules(5));
        publish(2, rules(5));
        outcomes("a", REQUEST);

        assertThat(ask(use(kept), "b", null, new Creation("key", "other")))
                .contains(new RegisterForSeries.Outcome.KeyReused());
        assertThat(kept.told()).hasSize(2);
    }

    @Test
    void refusesAnAssociationNobodyKnowsForAllOfIt() {
        publish(1, rules(5));

        assertThat(ask(use(kept), "a", CHOIR, REQUEST))
                .contains(
                        new RegisterForSeries.Outcome.Faulty(
                                List.of(new Application.Fault("associationId", "unknown"))));
        assertThat(kept.told()).isEmpty();
    }

    @Test
    void registersForNoMoreThanTheNextThirty() {
        IntStream.rangeClosed(1, 31).forEach(day -> publish(day, rules(5)));

        assertThat(outcomes("a", REQUEST)).hasSize(RegisterForSeries.MOST_EVENTS);
        assertThat(numbers(31)).isEmpty();
    }

    @Test
    void knowsNoOtherSeries() {
        assertThat(use(kept).register("another", person("a"), null, REQUEST)).isEmpty();
    }

    private RegisterForSeries use(Registrations registrations) {
        CheckApplication check = new CheckApplication(associations);
        return new RegisterForSeries(
                SERIES::equals, events.finder("743"), check, forEvent(registrations, check), clock);
    }

    private RegisterForEvent forEvent(Registrations registrations, CheckApplication check) {
        return new RegisterForEvent(
                registrations,
                (event, email) -> new Fingerprint(event + "/" + email.mailbox()),
                check,
                clock);
    }

    private void register(int day, String word) {
        var _ =
                forEvent(kept, new CheckApplication(associations))
                        .register(
                                id(day),
                                SaidByRegistrant.of(person(word)),
                                null,
                                new Creation("single-" + word, "hash-" + word));
    }

    private List<Outcome> outcomes(String word, Creation request) {
        return told(use(kept), word, null, request);
    }

    private static List<Outcome> told(
            RegisterForSeries use, String word, @Nullable String association, Creation request) {
        RegisterForSeries.Outcome outcome = ask(use, word, association, request).orElseThrow();
        return ((RegisterForSeries.Outcome.Told) outcome)
                .events().stream().map(RegisterForSeries.OfEvent::outcome).toList();
    }

    private static Optional<RegisterForSeries.Outcome> ask(
            RegisterForSeries use, String word, @Nullable String association, Creation request) {
        return use.register(SERIES, person(word), association, request);
    }

    private static Outcome registered(int day, long number, long place, boolean requested) {
        return new Outcome.Registered(
                new FirstAnswer(new RegistrationId(id(day), number), place, requested));
    }

    private static Outcome asked(int day) {
        return registered(day, 1, 0, true);
    }

    private List<Long> numbers(int day) {
        return kept.list(id(day), 0, 10).stream().map(each -> each.id().number()).toList();
    }

    private void publish(int day, Rules rules) {
        publish(day, rules, IN_SERIES);
    }

    private Event.Published publish(int day, Rules rules, Belonging belonging) {
        EventDetails plain = evening(NOW.plus(Duration.ofDays(day)));
        Event.Published event =
                Event.Draft.of(
                                id(day),
                                plain.with(plain.venue(), Particulars.NONE.in(belonging)),
                                rules.build())
                        .publish(NOW);
        events.put(event);
        return event;
    }

    private void archive(int day) {
        events.put(
                publish(day, rules(5), IN_SERIES)
                        .with(
                                new Standing(
                                        Standing.Phase.ARCHIVED,
                                        null,
                                        null,
                                        false,
                                        NOW,
                                        Notices.NONE,
                                        null)));
    }

    private static EventId id(int day) {
        return new EventId("019a5f0e-7c00-7000-8000-%012d".formatted(Math.floorMod(day, 1000)));
    }

    private static Rules rules(int capacity) {
        return new Rules(RegistrationRules.seats(capacity));
    }

    private static Form form(boolean required) {
        return new Form(
                1,
                List.of(
                        new Question(
                                "topic",
                                LocalizedText.finnish("Mistä puhutaan?"),
                                Question.Kind.TEXT,
                                Question.Purpose.GENERAL,
                                required,
                                List.of(),
                                null)));
    }

    /** Keeps so many decisions, and dies before the last one of them is answered. */
    private final class Dying implements Registrations {

        private int left;

        private Dying(int left) {
            this.left = left;
        }

        @Override
        public <R> Optional<R> decide(EventId event, Decision<R> decision) {
            Optional<R> answer = kept.decide(event, decision);
            left--;
            if (left == 0) {
                throw new IllegalStateException("killed");
            }
            return answer;
        }

        @Override
        public Optional<Registration> find(RegistrationId id) {
            return kept.find(id);
        }

        @Override
        public Map<RegistrationId, Registration> findAll(Collection<RegistrationId> ids) {
            return kept.findAll(ids);
        }

        @Override
        public List<Registration> list(EventId event, long after, int limit) {
            return kept.list(event, after, limit);
        }
    }
}
