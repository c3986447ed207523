package fi.kumppani.events.series.following;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.registration.RegistrationFixtures.person;
import static fi.kumppani.events.series.following.FollowingFixtures.PRINTS;
import static fi.kumppani.events.series.following.FollowingFixtures.SERIES;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.Form;
import fi.kumppani.events.admission.Question;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.registration.InMemoryRegistrations;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.events.registration.UseCases;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Registering followers for what is announced later. */
class RegisterFollowersTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000001");

    private final InMemoryEvents events = new InMemoryEvents();
    private final InMemoryRegistrations kept = new InMemoryRegistrations(events);
    private final InMemoryFollowers followers = new InMemoryFollowers();
    private final MovableClock clock = new MovableClock(NOW);
    private final UseCases does = UseCases.over(events, kept, clock);
    private final RegisterFollowers registerFollowers =
            FollowingFixtures.registering(events, kept, followers, clock);

    @Test
    void registersThemInTheOrderInWhichTheyJoinedWithPlaceAndQueue() {
        List<String> words = IntStream.range(0, 40).mapToObj(each -> "p" + each).toList();
        words.forEach(this::join);
        publish(RegistrationRules.seats(3));

        carryOut();

        assertThat(mailboxes()).isEqualTo(words.stream().map(RegisterFollowersTests::of).toList());
        assertThat(kept.list(EVENT, 0, 3)).allMatch(Registration.Confirmed.class::isInstance);
        assertThat(kept.list(EVENT, 3, 40))
                .hasSize(37)
                .allMatch(Registration.Waitlisted.class::isInstance);
        assertThat(registered()).isEqualTo("40 of the followers 1 to 40 of the series");
        assertThat(due()).as("nothing is owed any more").isNull();
    }

    @Test
    void registersNobodyTwiceAndNobodyWhoWentAgain() {
        join("a");
        join("b");
        join("c");
        publish(RegistrationRules.seats(9));
        register("b");
        var _ = does.manage().cancel(new RegistrationId(EVENT, 1));

        carryOut();
        carryOut();

        assertThat(mailboxes()).containsExactly(of("b"), of("a"), of("c"));
        assertThat(kept.find(new RegistrationId(EVENT, 1)))
                .containsInstanceOf(Registration.Cancelled.class);
        assertThat(kept.told())
                .as("nobody is shown the way to what they gave up")
                .noneMatch(RegistrationHappening.AskedAgain.class::isInstance);
        assertThat(registered()).isEqualTo("2 of the followers 1 to 3 of the series");
    }

    @Test
    void goesOnWhereItBrokeOff() {
        IntStream.range(0, 20).forEach(each -> join("p" + each));
        publish(RegistrationRules.seats(9));
        var _ =
                followers.decide(
                        SERIES,
                        desk -> {
                            desk.keep(
                                    desk.series()
                                            .beginning(EVENT, NOW.plus(Duration.ofDays(90)), NOW));
                            return true;
                        });
        register("p0");
        join("later");

        carryOut();

        assertThat(mailboxes()).hasSize(20).doesNotHaveDuplicates().doesNotContain(of("later"));
    }

    @Test
    void registersNobodyWhoHasLeft() {
        join("a");
        join("b");
        FollowingFixtures.leave(followers, 1, clock);
        publish(RegistrationRules.seats(9));

        carryOut();

        assertThat(mailboxes()).containsExactly(of("b"));
    }

    @Test
    void waitsUntilRegistrationOpens() {
        join("a");
        Instant opensAt = NOW.plus(Duration.ofDays(2));
        publish(opening(opensAt));
        assertThat(due()).isEqualTo(opensAt);

        carryOut();
        assertThat(mailboxes()).isEmpty();
        join("b");
        clock.moveTo(opensAt);
        carryOut();

        assertThat(mailboxes()).as("who joined until then is meant").hasSize(2);
    }

    @Test
    void takesAConfirmedAddressForConfirmedAndAnotherOneNot() {
        join("a");
        join("b");
        var _ =
                new ManageFollowing(followers, PRINTS, clock)
                        .confirmAddress(new FollowerId(SERIES, 2));
        publish(confirming());

        carryOut();

        assertThat(kept.list(EVENT, 0, 9))
                .extracting(each -> each.particulars().addressConfirmedAt())
                .containsExactly(null, NOW);
        clock.pass(Duration.ofHours(2));
        does.lapse().carryOut(EVENT, clock.instant());
        assertThat(kept.list(EVENT, 0, 9))
                .satisfiesExactly(
                        lapsed -> assertThat(lapsed).isInstanceOf(Registration.Cancelled.class),
                        stays -> assertThat(stays).isInstanceOf(Registration.Confirmed.class));
    }

    @Test
    void registersForNothingThatAsksForMoreThanWhoComes() {
        join("a");
        publish(RegistrationRules.seats(9).asking(question()));

        carryOut();

        assertThat(mailboxes()).isEmpty();
        assertThat(registered()).isEqualTo("0 of the followers 1 to 1 of the series");
        assertThat(due()).isNull();
    }

    @Test
    void registersOnceAPostponedEventIsAnnouncedAgain() {
        join("a");
        Event.Published published = publish(RegistrationRules.seats(9));
        events.put(published.postpone(null, NOW));
        assertThat(due()).isNull();
        carryOut();
        assertThat(mailboxes()).isEmpty();
        events.put(published);

        carryOut();

        assertThat(mailboxes()).containsExactly(of("a"));
    }

    @Test
    void leavesAloneWhatIsNoEditionOfIt() {
        join("a");
        events.put(event(Belonging.NONE, RegistrationRules.seats(9)));
        assertThat(due()).isNull();
        events.put(event(new Belonging(SERIES, EVENT, null, null), RegistrationRules.seats(9)));
        assertThat(due()).isNull();
        events.put(
                Event.Published.imported(
                        EVENT, details(inSeries()), RegistrationRules.seats(9), NOW));
        assertThat(due()).isNull();
        events.put(Event.Draft.of(EVENT, details(inSeries()), RegistrationRules.seats(9)));
        assertThat(due()).isNull();

        carryOut();

        assertThat(mailboxes()).isEmpty();
    }

    @Test
    void registersNobodyWhenItIsTooLate() {
        join("a");
        publish(RegistrationRules.seats(9));
        clock.moveTo(evening().schedule().registrationDeadline().plusSeconds(1));

        carryOut();

        assertThat(mailboxes()).isEmpty();
        assertThat(due()).isNull();
    }

    @Test
    void registersTheFollowersOfTheSeriesItIsMovedTo() {
        join("a");
        Event.Published before =
                event(new Belonging("another", null, null, null), RegistrationRules.seats(9));
        events.put(before);
        carryOut();
        assertThat(due()).isNull();
        Event.Published held = (Event.Published) events.find(EVENT).orElseThrow();
        events.put(
                ((Event.Change.Changed)
                                held.change(details(inSeries()), held.rules(), clock.instant()))
                        .event());

        carryOut();

        assertThat(mailboxes()).containsExactly(of("a"));
    }

    private void join(String word) {
        FollowingFixtures.join(followers, word, clock);
    }

    private void register(String word) {
        var _ =
                does.register()
                        .register(
                                EVENT,
                                SaidByRegistrant.of(person(word)),
                                null,
                                new Creation("own-" + word, "hash"));
    }

    private void carryOut() {
        registerFollowers.carryOut(EVENT, clock.instant());
    }

    private @Nullable Instant due() {
        return registerFollowers.dueAt(events.find(EVENT).orElseThrow());
    }

    private Event.Published publish(RegistrationRules rules) {
        Event.Published event = event(inSeries(), rules);
        events.put(event);
        return event;
    }

    private static Event.Published event(Belonging belonging, RegistrationRules rules) {
        return Event.Draft.of(EVENT, details(belonging), rules).publish(NOW);
    }

    private static EventDetails details(Belonging belonging) {
        EventDetails plain = evening();
        return plain.with(plain.venue(), Particulars.NONE.in(belonging));
    }

    private static Belonging inSeries() {
        return new Belonging(SERIES, null, null, null);
    }

    private List<String> mailboxes() {
        return kept.list(EVENT, 0, 100).stream()
                .map(each -> (Registrant.Person) each.particulars().registrant())
                .map(person -> person.email().value())
                .toList();
    }

    private static String of(String word) {
        return word + "@example.org";
    }

    private @Nullable String registered() {
        return events.written().stream()
                .filter(line -> line.kind() == JournalEntry.Kind.FOLLOWERS_REGISTERED)
                .map(JournalEntry::reason)
                .reduce((_, last) -> last)
                .orElse(null);
    }

    private static RegistrationRules opening(Instant at) {
        return rules(at, null);
    }

    private static RegistrationRules confirming() {
        return rules(null, Duration.ofHours(1));
    }

    private static RegistrationRules rules(
            @Nullable Instant opensAt, @Nullable Duration confirmAddressWithin) {
        RegistrationRules plain = RegistrationRules.seats(9);
        return new RegistrationRules(
                plain.capacity(),
                plain.quotas(),
                plain.mostWaiting(),
                plain.partyRule(),
                plain.largestParty(),
                opensAt,
                plain.admitted(),
                plain.invited(),
                plain.seatsPerAssociation(),
                plain.acceptWithin(),
                plain.cutOff(),
                plain.holdFor(),
                confirmAddressWithin,
                plain.approval(),
                plain.answerByMailOnly(),
                plain.form(),
                plain.workshops(),
                plain.remindBefore());
    }

    private static Form question() {
        return new Form(
                1,
                List.of(
                        new Question(
                                "topic",
                                LocalizedText.finnish("Mistä puhutaan?"),
                                Question.Kind.TEXT,
                                Question.Purpose.GENERAL,
                                true,
                                List.of(),
                                null)));
    }
}
