package fi.kumppani.events.series.following;

import static fi.kumppani.events.event.EventFixtures.NOW;
import static fi.kumppani.events.registration.RegistrationFixtures.person;
import static fi.kumppani.events.series.following.FollowingFixtures.PRINTS;
import static fi.kumppani.events.series.following.FollowingFixtures.SERIES;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.MovableClock;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.SeriesFollowers.Joining;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.EmailAddress;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** Joining a series, confirming the address, and leaving. */
class JoinSeriesTests {

    private final InMemoryFollowers followers = new InMemoryFollowers();
    private final MovableClock clock = new MovableClock(NOW);
    private final JoinSeries joinSeries = FollowingFixtures.joining(followers, clock);
    private final ManageFollowing manage = new ManageFollowing(followers, PRINTS, clock);

    @Test
    void givesNumbersInTheOrderOfArrivalAndTellsEachOnce() {
        join("a", "1");
        join("b", "2");
        join("a", "1");

        assertThat(followers.of(SERIES).last()).isEqualTo(2);
        assertThat(followers.told()).containsExactly(id(1), id(2));
        assertThat(joinSeries.since(SERIES, new EmailAddress("a@example.org"))).contains(NOW);
        assertThat(joinSeries.since("another", new EmailAddress("a@example.org"))).isEmpty();
    }

    @Test
    void followsOnceWithAMailboxAndTellsItAgainNotTooOften() {
        join("a", "1");
        clock.pass(Duration.ofMinutes(59));
        Joining again = join("A", "2");
        assertThat(followers.told()).hasSize(1);
        clock.pass(Duration.ofMinutes(1));

        assertThat(join("a", "3")).as("answered alike").isEqualTo(again);
        assertThat(followers.told()).containsExactly(id(1), id(1));
        assertThat(followers.of(SERIES).last()).isEqualTo(1);
    }

    @Test
    void refusesAKeyThatWasUsedForSomebodyElse() {
        join("a", "1");

        assertThat(joinSeries.join(SERIES, person("b"), null, new Creation("key-1", "other")))
                .isEqualTo(new Joining.KeyReused());
        assertThat(followers.of(SERIES).last()).isEqualTo(1);
    }

    @Test
    void saysWhichRoundsWentWithoutThem() {
        EventId event = new EventId("019a5f0e-7c00-7000-8000-000000000001");
        join("a", "1");
        var _ =
                followers.decide(
                        SERIES,
                        desk -> {
                            desk.keep(desk.series().beginning(event, NOW.plusSeconds(60), NOW));
                            return true;
                        });

        assertThat(join("b", "2")).isEqualTo(new Joining.Joined(List.of(event)));
    }

    @Test
    void forgetsWhoLeavesAndLetsThemJoinAnew() {
        join("a", "1");

        assertThat(manage.leave(id(1))).contains(new Follower.Gone(id(1)));
        assertThat(manage.leave(id(1))).as("said again").contains(new Follower.Gone(id(1)));
        assertThat(manage.leave(id(2))).isEmpty();
        assertThat(followers.traces()).isZero();
        assertThat(manage.confirmAddress(id(1))).isEmpty();
        assertThat(followers.written())
                .extracting(FollowerLine::kind)
                .containsExactly(FollowerLine.Kind.JOINED, FollowerLine.Kind.LEFT);
        join("a", "2");
        assertThat(followers.find(id(2))).containsInstanceOf(Follower.Following.class);
    }

    @Test
    void joinsAnewAlsoWhereLeavingBrokeOffBehindTheTraces() {
        join("a", "1");
        var _ =
                followers.decide(
                        SERIES,
                        desk -> {
                            desk.keep(new Follower.Gone(id(1)));
                            return true;
                        });

        join("a", "2");

        assertThat(followers.find(id(2))).containsInstanceOf(Follower.Following.class);
    }

    @Test
    void confirmsAnAddressOnce() {
        join("a", "1");
        var _ = manage.confirmAddress(id(1));
        clock.pass(Duration.ofDays(1));

        assertThat(manage.confirmAddress(id(1)).orElseThrow().addressConfirmedAt()).isEqualTo(NOW);
        assertThat(followers.written())
                .filteredOn(line -> line.kind() == FollowerLine.Kind.ADDRESS_CONFIRMED)
                .hasSize(1);
    }

    private Joining join(String word, String key) {
        return joinSeries.join(
                SERIES, person(word), null, new Creation("key-" + key, "hash-" + key));
    }

    private static FollowerId id(long number) {
        return new FollowerId(SERIES, number);
    }
}
