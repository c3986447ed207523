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
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
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
    private final Set<String> whole = new HashSet<>();
    private final Joining followers = new Joining();
    private InMemoryEvents listed = events;
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
    void hasThemFollowTheSeriesUnlessTheyWantOnlyWhatIsAnnounced() {
        publish(1, rules(5));

        var _ = use(kept).register(SERIES, person("a"), null, false, REQUEST);
        assertThat(followers.joined).isEmpty();
        outcomes("b", new Creation("other", "hash"));
        assertThat(followers.joined).containsExactly("b@example.org");
        followers.reused = true;
        assertThat(ask(use(kept), "c", null, new Creation("third", "hash")))
                .contains(new RegisterForSeries.Outcome.KeyReused());
        assertThat(numbers(1)).containsExactly(1L, 2L);
    }

    @Test
    void registersForWhatIsNotListedYetWhenItsFollowersAreRegisteredAlready() {
        publish(2, rules(5));
        listed = new InMemoryEvents();
        listed.put(events.find(id(2)).orElseThrow());
        publish(1, rules(5));
        publish(3, rules(5));
        publish(4, rules(5), Belonging.NONE);
        followers.before = List.of(id(1), id(2), id(4), id(9));

        assertThat(outcomes("a", REQUEST))
                .as("the third has a round to come")
                .containsExactly(registered(1, 1, 0, false), registered(2, 1, 0, false));
    }

    @Test
    void isTheOnlyWayIntoAnEventOfASeriesThatIsWhole() {
        whole.add(SERIES);
        publish(1, rules(5));
        publish(2, rules(5).asking(form(true)));
        publish(3, rules(5), Belonging.NONE);
        publish(4, rules(5).holding(Duration.ofMinutes(10)));

        assertThat(alone(1, "a")).isEqualTo(new Outcome.OnlyWithSeries(SERIES));
        assertThat(alone(2, "a"))
                .as("it asks for more, so it has a form of its own")
                .isInstanceOf(Outcome.Faulty.class);
        assertThat(alone(3, "a")).isInstanceOf(Outcome.Registered.class);
        assertThat(new HoldSeats(kept, whole::contains, clock).hold(id(4), Party.ONE))
                .contains(new HoldSeats.Outcome.OnlyWithSeries(SERIES));
        assertThat(outcomes("a", REQUEST).getFirst()).isEqualTo(registered(1, 1, 0, false));
        assertThat(numbers(1)).containsExactly(1L);
    }

    private Outcome alone(int day, String word) {
        return forEvent(kept, new CheckApplication(associations))
                .register(
                        id(day),
                        SaidByRegistrant.of(person(word)),
                        null,
                        new Creation("alone-" + word, "hash"))
                .orElseThrow();
    }

    @Test
    void knowsNoOtherSeries() {
        assertThat(use(kept).register("another", person("a"), null, true, REQUEST)).isEmpty();
    }

    private RegisterForSeries use(Registrations registrations) {
        CheckApplication check = new CheckApplication(associations);
        return new RegisterForSeries(
                SERIES::equals,
                listed.finder("743"),
                check,
                forEvent(registrations, check),
                followers,
                events,
                clock);
    }

    private RegisterForEvent forEvent(Registrations registrations, CheckApplication check) {
        return new RegisterForEvent(
                registrations,
                (event, email) -> new Fingerprint(event + "/" + email.mailbox()),
                check,
                whole::contains,
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
        return use.register(SERIES, person(word), association, true, request);
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
                                        null,
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

    /** Remembers who joined. */
    private static final class Joining implements SeriesFollowers {

        private final List<String> joined = new ArrayList<>();
        private List<EventId> before = List.of();
        private boolean reused;

        @Override
        public SeriesFollowers.Joining join(
                String series,
                Registrant.Person person,
                @Nullable String associationId,
                Creation request) {
            if (reused) {
                return new SeriesFollowers.Joining.KeyReused();
            }
            joined.add(person.email().value());
            return new SeriesFollowers.Joining.Joined(before);
        }

        @Override
        public Optional<Instant> since(String series, EmailAddress email) {
            return Optional.empty();
        }
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
