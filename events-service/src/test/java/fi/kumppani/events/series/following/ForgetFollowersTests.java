package fi.kumppani.events.series.following;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.event.EventFixtures.evening;
import static fi.kumppani.events.series.following.FollowingFixtures.PRINTS;
import static fi.kumppani.events.series.following.FollowingFixtures.RETENTION;
import static fi.kumppani.events.series.following.FollowingFixtures.SERIES;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.InMemoryEvents;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.kit.text.LocalizedText;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** How long it is known who follows a series. */
class ForgetFollowersTests {

    private static final EventId EVENT = new EventId("019a5f0e-7c00-7000-8000-000000000001");
    private static final Duration KEPT = RETENTION.kept();

    private final InMemoryEvents events = new InMemoryEvents();
    private final InMemoryFollowers followers = new InMemoryFollowers();
    private final MovableClock clock = new MovableClock(NOW);
    private final ForgetFollowers forget =
            new ForgetFollowers(followers, events.finder("743"), PRINTS, RETENTION);

    @Test
    void forgetsThemASetTimeAfterTheLastEvent() {
        IntStream.range(0, 40).forEach(each -> join("p" + each));
        Instant endsAt = held(NOW.plus(Duration.ofDays(100)));

        forget.carryOut(NOW.plus(KEPT));
        assertThat(known()).as("a year after joining, but not after the event").hasSize(40);
        assertThat(followers.of(SERIES).lookAt()).isEqualTo(endsAt.plus(KEPT));
        forget.carryOut(endsAt.plus(KEPT).minusSeconds(1));
        assertThat(known()).hasSize(40);
        forget.carryOut(endsAt.plus(KEPT));

        assertThat(known()).isEmpty();
        assertThat(followers.traces()).isZero();
        assertThat(followers.of(SERIES).lookAt()).isNull();
        assertThat(forgotten()).containsExactly("followers 1 to 40");
    }

    @Test
    void keepsWhoJoinedWhenNothingHadBeenHeldForLong() {
        join("a");
        Instant endsAt = held(NOW.plus(Duration.ofDays(1)));
        clock.moveTo(endsAt.plus(Duration.ofDays(300)));
        join("b");

        forget.carryOut(endsAt.plus(KEPT));

        assertThat(known()).containsExactly(2L);
        Instant theirs = clock.instant().plus(KEPT);
        assertThat(followers.of(SERIES).lookAt()).isEqualTo(theirs);
        forget.carryOut(theirs);
        assertThat(known()).isEmpty();
        assertThat(forgotten()).containsExactly("followers 1 to 1", "followers 2 to 2");
    }

    @Test
    void countsNoEventThatWasCalledOff() {
        join("a");
        var _ = held(NOW.plus(Duration.ofDays(100)));
        events.put(
                ((Event.Published) events.find(EVENT).orElseThrow())
                        .cancel(LocalizedText.finnish("Myrsky"), NOW));

        forget.carryOut(NOW.plus(KEPT));

        assertThat(known()).isEmpty();
    }

    private void join(String word) {
        FollowingFixtures.join(followers, word, clock);
    }

    /** When an event of the series that starts then ends. */
    private Instant held(Instant startsAt) {
        EventDetails plain = evening(startsAt);
        EventDetails details =
                plain.with(
                        plain.venue(),
                        Particulars.NONE.in(new Belonging(SERIES, null, null, null)));
        events.put(Event.Draft.of(EVENT, details, RegistrationRules.seats(5)).publish(NOW));
        return details.schedule().endsAt();
    }

    private List<Long> known() {
        return followers.list(SERIES, 0, 100).stream()
                .filter(Follower.Following.class::isInstance)
                .map(each -> each.id().number())
                .toList();
    }

    private List<String> forgotten() {
        return followers.written().stream()
                .filter(line -> line.kind() == FollowerLine.Kind.FORGOTTEN)
                .map(line -> String.valueOf(line.reason()))
                .toList();
    }
}
