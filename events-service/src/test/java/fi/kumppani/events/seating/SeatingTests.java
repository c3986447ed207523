package fi.kumppani.events.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class SeatingTests {

    @Test
    void givesSeatsInOrderOfArrivalAndThenPlacesInTheQueue() {
        Seating seating = Seating.empty(2);

        assertThat(seating.arrive())
                .isEqualTo(new Seating.Arrival.Seated(1, new Seating(2, 1, 1, 1, Gaps.NONE)));
        seating = arriveTimes(seating, 2);
        assertThat(seating.arrive())
                .isInstanceOfSatisfying(
                        Seating.Arrival.Queued.class,
                        queued -> {
                            assertThat(queued.number()).isEqualTo(3);
                            assertThat(queued.place()).isEqualTo(1);
                        });
        seating = arriveTimes(seating, 3);
        assertThat(seating.waiting()).isEqualTo(3);
        assertThat(seating.placeOf(5)).isEqualTo(3);
    }

    @Test
    void promotesTheFirstInLineWhenASeatIsFreed() {
        Seating seating = arriveTimes(Seating.empty(2), 4).leaveSeat();

        Seating.Promotion promotion = seating.promote();

        assertThat(promotion.number()).isEqualTo(3);
        assertThat(promotion.seating().confirmed()).isEqualTo(2);
        assertThat(promotion.seating().placeOf(4)).isEqualTo(1);
    }

    @Test
    void letsNobodyPastThoseWhoWaitThoughASeatIsFree() {
        Seating seating = arriveTimes(Seating.empty(1), 2).leaveSeat();

        assertThat(seating.free()).isEqualTo(1);
        assertThat(seating.arrive()).isInstanceOf(Seating.Arrival.Queued.class);
    }

    @Test
    void passesOverThoseWhoGaveUpWaiting() {
        Seating seating = arriveTimes(Seating.empty(1), 5).leaveQueue(2).leaveQueue(4);

        assertThat(seating.placeOf(3)).isEqualTo(1);
        assertThat(seating.placeOf(5)).isEqualTo(2);
        assertThat(seating.firstInLine(10)).containsExactly(3L, 5L);
        seating = seating.leaveSeat().promote().seating();
        assertThat(seating.firstInLine(10)).containsExactly(5L);
        assertThat(seating.head()).isEqualTo(4);
    }

    @Test
    void seatsAtOnceAgainWhenNobodyWaitsAnyMore() {
        Seating seating = arriveTimes(Seating.empty(1), 3).leaveQueue(3).leaveQueue(2).leaveSeat();

        assertThat(seating.waiting()).isZero();
        assertThat(seating.arrive())
                .isInstanceOfSatisfying(
                        Seating.Arrival.Seated.class,
                        seated -> assertThat(seated.number()).isEqualTo(4));
    }

    @Test
    void neverHasFewerSeatsThanPeopleOnThem() {
        Seating seating = arriveTimes(Seating.empty(3), 3);

        assertThatIllegalArgumentException().isThrownBy(() -> seating.resize(2));
        assertThat(seating.resize(4).free()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        Seating seating = arriveTimes(Seating.empty(1), 2);

        assertThatIllegalStateException().isThrownBy(seating::promote);
        assertThatIllegalArgumentException().isThrownBy(() -> seating.leaveQueue(1));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.leaveQueue(3));
        assertThatIllegalArgumentException().isThrownBy(() -> Seating.empty(1).leaveSeat());
        assertThatIllegalArgumentException().isThrownBy(() -> Seating.empty(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seating.empty(Seating.MOST_SEATS + 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seating(1, 1, 5, 1, Gaps.NONE.with(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Seating(1, 1, 5, 1, Gaps.NONE.with(6)));
    }

    @Test
    void turnsPeopleAwayWhenTheQueueIsFull() {
        Seating full = new Seating(1, 1, 1 + Seating.MOST_WAITING, 1, Gaps.NONE);

        assertThat(full.arrive()).isInstanceOf(Seating.Arrival.TurnedAway.class);
        assertThat(full.leaveQueue(500).arrive()).isInstanceOf(Seating.Arrival.Queued.class);
    }

    @Test
    void agreesWithAPlainListOfPeople() {
        for (long seed = 0; seed < 400; seed++) {
            new Run(seed).go(300);
        }
    }

    private static Seating arriveTimes(Seating seating, int times) {
        Seating current = seating;
        for (int i = 0; i < times; i++) {
            current =
                    switch (current.arrive()) {
                        case Seating.Arrival.Seated(long _, Seating next) -> next;
                        case Seating.Arrival.Queued(long _, long _, Seating next) -> next;
                        case Seating.Arrival.TurnedAway _ ->
                                throw new IllegalStateException("turned away");
                    };
        }
        return current;
    }

    /** One random life of an event, told twice: in counters, and as a list of all who ever came. */
    private static final class Run {

        private enum State {
            SEATED,
            WAITING,
            GONE
        }

        private final long seed;
        private final Random random;
        private final List<State> people = new ArrayList<>();
        private final boolean promotesAtOnce;
        private Seating seating;

        private Run(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.promotesAtOnce = seed % 2 == 0;
            this.seating = Seating.empty(1 + random.nextInt(8));
        }

        private void go(int steps) {
            for (int step = 0; step < steps; step++) {
                int what = random.nextInt(10);
                if (what < 5) {
                    arrive();
                } else if (what < 9) {
                    cancel();
                } else {
                    seating = seating.resize(Math.max(1, seating.confirmed()) + random.nextInt(4));
                }
                int promotions = promotesAtOnce ? Integer.MAX_VALUE : random.nextInt(3);
                promote(promotions);
                check();
            }
            promote(Integer.MAX_VALUE);
            assertThat((long) seating.confirmed())
                    .as(told())
                    .isEqualTo(
                            Math.min(
                                    seating.capacity(),
                                    count(State.SEATED) + count(State.WAITING)));
        }

        private void arrive() {
            boolean seat = count(State.WAITING) == 0 && count(State.SEATED) < seating.capacity();
            people.add(seat ? State.SEATED : State.WAITING);
            switch (seating.arrive()) {
                case Seating.Arrival.Seated(long number, Seating next) -> {
                    assertThat(seat).as(told()).isTrue();
                    assertThat(number).as(told()).isEqualTo(people.size());
                    seating = next;
                }
                case Seating.Arrival.Queued(long number, long place, Seating next) -> {
                    assertThat(seat).as(told()).isFalse();
                    assertThat(number).as(told()).isEqualTo(people.size());
                    assertThat(place).as(told()).isEqualTo(count(State.WAITING));
                    seating = next;
                }
                case Seating.Arrival.TurnedAway _ -> throw new AssertionError(told());
            }
        }

        private void cancel() {
            if (people.isEmpty()) {
                return;
            }
            int who = random.nextInt(people.size());
            switch (people.get(who)) {
                case SEATED -> seating = seating.leaveSeat();
                case WAITING -> seating = seating.leaveQueue(who + 1L);
                case GONE -> {}
            }
            people.set(who, State.GONE);
        }

        private void promote(int most) {
            for (int i = 0; i < most && seating.canPromote(); i++) {
                int first = people.indexOf(State.WAITING);
                Seating.Promotion promotion = seating.promote();
                assertThat(promotion.number()).as(told()).isEqualTo(first + 1L);
                people.set(first, State.SEATED);
                seating = promotion.seating();
            }
        }

        private void check() {
            assertThat((long) seating.confirmed()).as(told()).isEqualTo(count(State.SEATED));
            assertThat(seating.confirmed()).as(told()).isLessThanOrEqualTo(seating.capacity());
            assertThat(seating.waiting()).as(told()).isEqualTo(count(State.WAITING));
            long place = 0;
            List<Long> line = new ArrayList<>();
            for (int who = 0; who < people.size(); who++) {
                if (people.get(who) == State.WAITING) {
                    place++;
                    line.add(who + 1L);
                    assertThat(seating.placeOf(who + 1L)).as(told()).isEqualTo(place);
                }
            }
            assertThat(seating.firstInLine(5))
                    .as(told())
                    .isEqualTo(line.subList(0, Math.min(5, line.size())));
            assertThat((long) seating.gaps().ranges().size())
                    .as(told())
                    .isLessThanOrEqualTo(seating.waiting());
        }

        private long count(State state) {
            return people.stream().filter(state::equals).count();
        }

        private String told() {
            return "seed " + seed + ": " + seating;
        }
    }
}
