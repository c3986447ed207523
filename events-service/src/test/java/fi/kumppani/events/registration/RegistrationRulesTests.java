package fi.kumppani.events.registration;

import static fi.kumppani.events.event.EventFixtures.COORDINATOR;
import static fi.kumppani.events.event.EventFixtures.DEADLINE;
import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.STARTS_AT;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.Admitted;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.admission.Workshops;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.registration.RegisterForEvent.Outcome;
import fi.kumppani.events.seating.Party;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of an event make of registrations. */
class RegistrationRulesTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000003");
    private static final String NETWORK = "019a5f0e-7c00-7000-8000-0000000000b1";
    private static final String CHOIR = "019a5f0e-7c00-7000-8000-0000000000a1";

    private final InMemoryEvents events = new InMemoryEvents();
    private final InMemoryRegistrations registrations = new InMemoryRegistrations(events);
    private final InMemoryAssociations associations = new InMemoryAssociations();
    private final MovableClock clock = new MovableClock(NOW);

    @Test
    void offersAFreedSeatAndSeatsWhoAccepts() {
        publish(rules(1).offering(Duration.ofDays(2)));
        register("a");
        register("b");

        var _ = manage().cancel(id(1));

        assertThat(registration(2)).isInstanceOf(Registration.Offered.class);
        assertThat(event().seating().confirmed()).isEqualTo(1);
        assertThat(manage().accept(id(2)))
                .containsInstanceOf(ManageRegistration.Outcome.Done.class);
        assertThat(manage().accept(id(2)))
                .containsInstanceOf(ManageRegistration.Outcome.Done.class);
        assertThat(registration(2)).isInstanceOf(Registration.Confirmed.class);
        assertThat(event().commitments().reserved()).isEmpty();
        assertThat(told()).endsWith("Ended 1", "SeatOffered 2", "OfferAccepted 2");
    }

    @Test
    void countsTheTimeToAcceptFromWhenTheMailWasSent() {
        publish(rules(1).offering(Duration.ofDays(2)));
        register("a");
        register("b");
        register("c");
        var _ = manage().cancel(id(1));

        clock.moveTo(NOW.plus(Duration.ofHours(49)));
        lapse();
        assertThat(registration(2))
                .as("no mail, no clock")
                .isInstanceOf(Registration.Offered.class);

        new StartOfferClock(registrations).start(id(2), clock.instant());
        new StartOfferClock(registrations).start(id(2), clock.instant().plusSeconds(600));
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)).minusMillis(1));
        lapse();
        assertThat(registration(2)).isInstanceOf(Registration.Offered.class);
        clock.moveTo(clock.instant().plusMillis(1));
        assertThat(manage().accept(id(2)))
                .contains(new ManageRegistration.Outcome.Refused(Refusal.OFFER_LAPSED));
        lapse();

        assertThat(registration(2))
                .isInstanceOfSatisfying(
                        Registration.Cancelled.class,
                        ended -> assertThat(ended.ending()).isEqualTo(Ending.OFFER_LAPSED));
        assertThat(registration(3)).isInstanceOf(Registration.Offered.class);
    }

    @Test
    void passesNoSeatsOnAfterTheCutOff() {
        publish(rules(1).offering(Duration.ofDays(2)).cuttingOff(Duration.ofHours(3)));
        register("a");
        register("b");
        register("c");
        var _ = manage().cancel(id(1));
        clock.moveTo(STARTS_AT.minus(Duration.ofHours(3)));

        lapse();

        assertThat(registration(2)).isInstanceOf(Registration.Cancelled.class);
        assertThat(registration(3)).isInstanceOf(Registration.Waitlisted.class);
        assertThat(event().seating().free()).isEqualTo(1);
    }

    @Test
    void holdsSeatsForAFormAndGivesThemBack() {
        publish(rules(8).holding(Duration.ofMinutes(10)).parties(3));

        assertThat(hold(2)).isInstanceOf(HoldSeats.Outcome.Done.class);
        assertThat(hold(1)).isInstanceOf(HoldSeats.Outcome.Done.class);
        assertThat(hold(1)).as("a quarter at most").isEqualTo(refusedHold(Refusal.NO_HOLDS));
        assertThat(event().seating().confirmed()).isEqualTo(3);
        assertThat(register("x", 1L, 2)).isEqualTo(registered(1, 0));
        clock.moveTo(NOW.plus(Duration.ofMinutes(10)));
        assertThat(register("late", 2L, 1)).isEqualTo(new Outcome.Refused(Refusal.HOLD_LAPSED));
        lapse();

        assertThat(event().seating().confirmed()).isEqualTo(2);
        assertThat(registration(2)).isInstanceOf(Registration.Cancelled.class);
        assertThat(told()).as("nobody hears of holds").doesNotContain("Ended 2");
    }

    @Test
    void keepsTheOrderOfWhoHoldsSeats() {
        publish(rules(4).holding(Duration.ofMinutes(10)));
        var _ = hold(1);
        for (String word : List.of("a", "b", "c", "d")) {
            register(word);
        }

        assertThat(registration(5)).isInstanceOf(Registration.Waitlisted.class);
        assertThat(register("holder", 1L, 1)).isEqualTo(registered(1, 0));
        assertThat(hold(1)).isEqualTo(refusedHold(Refusal.NO_SEAT_FREE));
    }

    @Test
    void takesAHoldAlsoAfterTheDeadline() {
        publish(rules(4).holding(Duration.ofMinutes(10)));
        clock.moveTo(DEADLINE);
        var _ = hold(1);
        clock.moveTo(DEADLINE.plusSeconds(60));

        assertThat(register("holder", 1L, 1)).isEqualTo(registered(1, 0));
        assertThat(hold(1)).isEqualTo(refusedHold(Refusal.DEADLINE_PASSED));
    }

    @Test
    void takesSeatAndPlaceOfThoseWhoDoNotConfirmTheirAddress() {
        publish(rules(1).confirming(Duration.ofDays(1)));
        register("a");
        clock.moveTo(NOW.plus(Duration.ofHours(1)));
        register("b");
        register("c");
        var _ = manage().confirmAddress(id(3));
        clock.moveTo(NOW.plus(Duration.ofDays(1)));
        lapse();

        assertThat(registration(1))
                .isInstanceOfSatisfying(
                        Registration.Cancelled.class,
                        ended ->
                                assertThat(ended.ending()).isEqualTo(Ending.ADDRESS_NOT_CONFIRMED));
        assertThat(registration(2)).as("has an hour left").isInstanceOf(Registration.Live.class);
        clock.moveTo(NOW.plus(Duration.ofHours(25)));
        lapse();

        assertThat(registration(2)).isInstanceOf(Registration.Cancelled.class);
        assertThat(registration(3)).isInstanceOf(Registration.Confirmed.class);
        assertThat(event().commitments().addressDue()).isNull();
        register("d");
        assertThat(event().commitments().addressDue())
                .isEqualTo(clock.instant().plus(Duration.ofDays(1)));
    }

    @Test
    void takesTheSeatOfSomebodyPromotedMeanwhileWhoDidNotConfirmEither() {
        publish(rules(1).confirming(Duration.ofDays(1)));
        register("a");
        register("b");
        clock.moveTo(NOW.plus(Duration.ofDays(1)));

        lapse();

        assertThat(registration(2)).isInstanceOf(Registration.Cancelled.class);
        assertThat(event().seating().confirmed()).isZero();
    }

    @Test
    void seatsWhoIsApprovedByOrderOfArrival() {
        publish(rules(1).approving());
        register("a");
        register("b");
        register("c");
        assertThat(told()).containsExactly("ApprovalAsked 1", "ApprovalAsked 2", "ApprovalAsked 3");

        var _ = decide().approve(id(3), COORDINATOR);
        var _ = decide().approve(id(2), COORDINATOR);
        var _ = decide().reject(id(1), COORDINATOR, "not an association");

        assertThat(registration(3)).isInstanceOf(Registration.Confirmed.class);
        assertThat(registration(2)).isInstanceOf(Registration.Waitlisted.class);
        assertThat(registration(1)).isInstanceOf(Registration.Cancelled.class);
        assertThat(decide().reject(id(3), COORDINATOR, "too late"))
                .contains(new DecideRegistration.Outcome.Refused(Refusal.NOT_REQUESTED));
    }

    @Test
    void makesAnExceptionOnlyWithAFreeSeatAndWritesItDown() {
        publish(rules(2).parties(2));
        register("a", null, 1);
        register("b", null, 2);
        register("c", null, 1);

        assertThat(decide().seatOutOfTurn(id(3), COORDINATOR, "interpreter"))
                .containsInstanceOf(DecideRegistration.Outcome.Done.class);
        assertThat(decide().seatOutOfTurn(id(2), COORDINATOR, "asked"))
                .contains(new DecideRegistration.Outcome.Refused(Refusal.NO_SEAT_FREE));

        assertThat(events.written().getLast())
                .isEqualTo(
                        new JournalEntry(
                                JournalEntry.Kind.EXCEPTION, 3L, COORDINATOR, "interpreter"));
        assertThat(event().seating().confirmed()).isEqualTo(2);
    }

    @Test
    void givesAnAssociationNoMoreThanItsSeats() {
        associations.keep(new KnownAssociation(CHOIR, "1", true), 1);
        publish(rules(5).admitting(Admitted.ASSOCIATIONS).perAssociation(1));

        assertThat(register(said("a", 1, CHOIR), null)).isEqualTo(registered(1, 0));
        assertThat(register(said("b", 1, CHOIR), null))
                .isEqualTo(new Outcome.Refused(Refusal.ASSOCIATION_HAS_ITS_SEATS));
        var _ = manage().cancel(id(1));
        assertThat(register(said("b2", 1, CHOIR), null)).isEqualTo(registered(2, 0));
        assertThat(register(said("c", 1, null), null))
                .isEqualTo(faulty("associationId", "missing"));
        assertThat(register(said("d", 1, "unknown"), null))
                .isEqualTo(faulty("associationId", "unknown"));
    }

    @Test
    void letsOnlyMembersOfTheNetworkThatMeetsRegister() {
        associations.keep(new KnownAssociation(CHOIR, "1", true), 1);
        associations.join(CHOIR, "another network");
        var belonging = new Belonging(null, null, NETWORK, null);
        events.put(
                Event.Draft.of(
                                EVENT,
                                evening()
                                        .with(
                                                evening().venue(),
                                                evening().particulars().in(belonging)),
                                rules(5).admitting(Admitted.MEMBERS).build())
                        .publish(NOW));

        assertThat(register(said("a", 1, CHOIR), null))
                .isEqualTo(faulty("associationId", "not-a-member"));
        assertThat(register(said("b", 1, null), null))
                .isEqualTo(faulty("associationId", "missing"));
        assertThat(register(said("c", 1, "unknown"), null))
                .isEqualTo(faulty("associationId", "unknown"));
        associations.join(CHOIR, NETWORK);
        assertThat(register(said("a", 1, CHOIR), null)).isEqualTo(registered(1, 0));
        associations.leave(CHOIR, NETWORK);
        assertThat(register(said("d", 1, CHOIR), null))
                .isEqualTo(faulty("associationId", "not-a-member"));
    }

    @Test
    void letsTheDeputyTakeOverSeatAndLinks() {
        publish(rules(1));
        register(
                new SaidByRegistrant(person("a"), 1, null, null, null, Map.of(), person("deputy")),
                null);
        register("b");

        assertThat(manage().handOver(id(1)))
                .containsInstanceOf(ManageRegistration.Outcome.Done.class);

        Registration.Particulars particulars = registration(1).particulars();
        assertThat(particulars.registrant()).isEqualTo(person("deputy"));
        assertThat(particulars.linkGeneration()).isEqualTo(1);
        assertThat(particulars.former()).isEqualTo(person("a"));
        assertThat(registration(1)).isInstanceOf(Registration.Confirmed.class);
        assertThat(manage().handOver(id(1)))
                .contains(new ManageRegistration.Outcome.Refused(Refusal.NO_DEPUTY));
    }

    @Test
    void asksWhatTheFormAsksAndKeepsNeedsApart() {
        publish(rules(5).asking(form()));

        assertThat(register(said("a", 1, null), null))
                .isEqualTo(faulty("answers.lunch", "missing"));
        assertThat(
                        register(
                                answering(
                                        "b", Map.of("lunch", List.of("no"), "diet", List.of("x"))),
                                null))
                .isEqualTo(faulty("answers.diet", "not-asked"));
        assertThat(
                        register(
                                answering(
                                        "c",
                                        Map.of(
                                                "lunch",
                                                List.of("yes"),
                                                "diet",
                                                List.of("gluteeniton"))),
                                null))
                .isEqualTo(registered(1, 0));

        assertThat(registration(1).particulars().answers())
                .isEqualTo(new Answers(1, Map.of("lunch", List.of("yes"))));
        assertThat(registrations.needsOf(id(1))).isEqualTo(Map.of("diet", List.of("gluteeniton")));
    }

    @Test
    void assignsWorkshopsByClassAndFillsThemNoFurther() {
        associations.keep(new KnownAssociation(CHOIR, "1", true), 1);
        publish(
                rules(9).in(
                                new Workshops(
                                        true,
                                        List.of(
                                                group("culture", 1, Set.of("1")),
                                                group("others", null, Set.of())))));

        register(said("a", 1, CHOIR), null);
        register("b");

        assertThat(registration(1).particulars().group()).isEqualTo("culture");
        assertThat(registration(2).particulars().group()).isEqualTo("others");
        assertThat(register(said("c", 1, CHOIR), null))
                .isEqualTo(new Outcome.Refused(Refusal.GROUP_FULL));
        var _ = manage().cancel(id(1));
        assertThat(register(said("d", 1, CHOIR), null)).isEqualTo(registered(3, 0));
    }

    @Test
    void changesHowManyComeWithoutPassingAnybody() {
        publish(rules(4).parties(3));
        register("a", null, 3);
        register("b", null, 1);
        register("c", null, 2);

        assertThat(manage().change(id(2), said("b", 2, null)))
                .contains(new ManageRegistration.Outcome.Refused(Refusal.NO_SEAT_FREE));
        assertThat(manage().change(id(1), said("a", 1, null)))
                .containsInstanceOf(ManageRegistration.Outcome.Done.class);

        assertThat(registration(3)).isInstanceOf(Registration.Confirmed.class);
        assertThat(event().seating().free()).isZero();
        assertThat(manage().change(id(1), said("other", 1, null)))
                .containsInstanceOf(ManageRegistration.Outcome.Faulty.class);
    }

    @Test
    void opensWhenItSays() {
        publish(rules(1).opening(NOW.plusSeconds(1)));

        assertThat(register("a")).isEqualTo(new Outcome.Refused(Refusal.NOT_OPEN_YET));
        clock.moveTo(NOW.plusSeconds(1));
        assertThat(register("b")).isEqualTo(registered(1, 0));
    }

    @Test
    void takesNoPartyThatCouldNeverSit() {
        publish(rules(2).parties(3));

        assertThat(register("a", null, 3)).isEqualTo(faulty("seats", "more-than-there-are"));
        assertThat(register("b", null, 4)).isEqualTo(faulty("seats", "too-many"));
    }

    private void publish(Rules rules) {
        events.put(Event.Draft.of(EVENT, evening(), rules.build()).publish(NOW));
    }

    private static Rules rules(int capacity) {
        return new Rules(RegistrationRules.seats(capacity));
    }

    private Event event() {
        return events.find(EVENT).orElseThrow();
    }

    private static RegistrationId id(long number) {
        return new RegistrationId(EVENT, number);
    }

    private Registration registration(long number) {
        return registrations.find(id(number)).orElseThrow();
    }

    private ManageRegistration manage() {
        return new ManageRegistration(registrations, clock);
    }

    private DecideRegistration decide() {
        return new DecideRegistration(registrations, clock);
    }

    private HoldSeats.Outcome hold(int seats) {
        return new HoldSeats(registrations, _ -> false, clock)
                .hold(EVENT, new Party(seats, null))
                .orElseThrow();
    }

    private static HoldSeats.Outcome refusedHold(Refusal reason) {
        return new HoldSeats.Outcome.Refused(reason);
    }

    private void lapse() {
        new LapseReservations(registrations).carryOut(EVENT, clock.instant());
    }

    private Outcome register(String word) {
        return register(word, null, 1);
    }

    private Outcome register(String word, @Nullable Long held, int seats) {
        return register(said(word, seats, null), held);
    }

    private Outcome register(SaidByRegistrant said, @Nullable Long held) {
        String word = said.person().email().value();
        return new RegisterForEvent(
                        registrations,
                        (event, email) -> new Fingerprint(event + "/" + email.mailbox()),
                        new CheckApplication(associations),
                        _ -> false,
                        clock)
                .register(EVENT, said, held, new Creation("key-" + word, "hash-" + word))
                .orElseThrow();
    }

    private static SaidByRegistrant said(String word, int seats, @Nullable String association) {
        return new SaidByRegistrant(person(word), seats, null, association, null, Map.of());
    }

    private static SaidByRegistrant answering(String word, Map<String, List<String>> answers) {
        return new SaidByRegistrant(person(word), 1, null, null, null, answers);
    }

    private static Outcome registered(long number, long place) {
        return new Outcome.Registered(new FirstAnswer(id(number), place, false));
    }

    private static Outcome faulty(String field, String code) {
        return new Outcome.Faulty(List.of(new Application.Fault(field, code)));
    }

    private List<String> told() {
        return registrations.told().stream()
                .filter(happening -> !(happening instanceof RegistrationHappening.Noted))
                .map(
                        happening ->
                                happening.getClass().getSimpleName()
                                        + " "
                                        + happening.registration().id().number())
                .toList();
    }

    private static Workshops.Group group(String id, @Nullable Integer seats, Set<String> classes) {
        return new Workshops.Group(id, LocalizedText.finnish(id), seats, classes);
    }

    private static Form form() {
        return new Form(
                1,
                List.of(
                        new Question(
                                "lunch",
                                LocalizedText.finnish("Tuletko lounaalle?"),
                                Question.Kind.ONE,
                                Question.Purpose.GENERAL,
                                true,
                                List.of(
                                        new Question.Option("yes", LocalizedText.finnish("Kyllä")),
                                        new Question.Option("no", LocalizedText.finnish("En"))),
                                null),
                        new Question(
                                "diet",
                                LocalizedText.finnish("Erityisruokavalio"),
                                Question.Kind.TEXT,
                                Question.Purpose.CATERING,
                                false,
                                List.of(),
                                new Question.Condition("lunch", Set.of("yes")))));
    }
}
