package fi.kumppani.events.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class SeatingTests {

    @Test
    void givesSeatsInOrderOfArrivalAndThenPlacesInTheQueue() {
        Seating seating = arriveTimes(Seating.empty(2), 2);

        assertThat(seating.confirmed()).isEqualTo(2);
        assertThat(seating.arrive(Party.ONE))
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
    void keepsACrowdThatCameOneByOneAsASingleRun() {
        Seating seating = arriveTimes(Seating.empty(80), 5000);

        assertThat(seating.line().runs()).containsExactly(new Line.Run(81, 5000, Party.ONE));
        assertThat(seating.leaveQueue(100).line().runs()).hasSize(2);
    }

    @Test
    void promotesTheFirstInLineWhenASeatIsFreed() {
        Seating seating = arriveTimes(Seating.empty(2), 4).leaveSeats(Party.ONE);

        Seating.Grant next = seating.next().orElseThrow();

        assertThat(next).isEqualTo(new Seating.Grant(3, 1));
        assertThat(seating.grant(next).confirmed()).isEqualTo(2);
        assertThat(seating.grant(next).placeOf(4)).isEqualTo(1);
    }

    @Test
    void letsNobodyPastThoseWhoWaitThoughASeatIsFree() {
        Seating seating = arriveTimes(Seating.empty(1), 2).leaveSeats(Party.ONE);

        assertThat(seating.free()).isEqualTo(1);
        assertThat(seating.arrive(Party.ONE)).isInstanceOf(Seating.Arrival.Queued.class);
    }

    @Test
    void passesOverThoseWhoGaveUpWaiting() {
        Seating seating = arriveTimes(Seating.empty(1), 5).leaveQueue(2).leaveQueue(4);

        assertThat(seating.placeOf(3)).isEqualTo(1);
        assertThat(seating.placeOf(5)).isEqualTo(2);
        assertThat(seating.leaveSeats(Party.ONE).next()).contains(new Seating.Grant(3, 1));
    }

    @Test
    void putsSomebodyApprovedLateInTheirPlaceByOrderOfArrival() {
        Seating seating = arriveTimes(Seating.empty(1).number(), 3);

        assertThat(seating.join(1, Party.ONE).placeOf(1)).isEqualTo(1);
        assertThat(seating.join(1, Party.ONE).placeOf(3)).isEqualTo(2);
    }

    @Test
    void keepsAPartyTogetherAndTheOrderBehindIt() {
        Seating seating = arrive(rules(4, PartyRule.TOGETHER_IN_ORDER), 3, 2, 1);

        assertThat(seating.next()).isEmpty();
        assertThat(seating.leaveSeats(new Party(1, null)).next()).contains(new Seating.Grant(2, 2));
    }

    @Test
    void letsASmallerPartyPassWhereTheEventSaysSo() {
        Seating seating = arrive(rules(4, PartyRule.TOGETHER_OVERTAKEN), 3, 2, 1);

        assertThat(seating.confirmed()).isEqualTo(4);
        assertThat(seating.waiting()).isEqualTo(1);
        assertThat(seating.placeOf(2)).isEqualTo(1);
    }

    @Test
    void splitsAPartyWhereTheEventSaysSo() {
        Seating seating = arrive(rules(4, PartyRule.SPLIT), 3, 2, 1);

        assertThat(seating.waitingFor(2)).contains(new Party(1, null));
        assertThat(seating.leaveSeats(new Party(2, null)).grants(9))
                .containsExactly(new Seating.Grant(2, 1), new Seating.Grant(3, 1));
    }

    @Test
    void letsOtherQuotasPassOneThatIsFull() {
        SeatRules rules =
                new SeatRules(
                        10,
                        List.of(new Quota("associations", 2), new Quota("residents", 9)),
                        100,
                        PartyRule.TOGETHER_IN_ORDER);
        Seating seating = Seating.empty(rules);
        for (int i = 0; i < 3; i++) {
            seating = after(seating.arrive(new Party(1, "associations")));
        }

        assertThat(seating.takenIn("associations")).isEqualTo(2);
        assertThat(seating.waiting()).isEqualTo(1);
        assertThat(seating.arrive(new Party(1, "residents")))
                .isInstanceOf(Seating.Arrival.Seated.class);
        assertThat(seating.leaveSeats(new Party(1, "associations")).next())
                .contains(new Seating.Grant(3, 1));
    }

    @Test
    void isNotHeldUpByAPartyThatCouldNeverSit() {
        Seating seating = arrive(rules(4, PartyRule.TOGETHER_IN_ORDER), 1, 4, 1);

        Seating smaller = seating.under(rules(3, PartyRule.TOGETHER_IN_ORDER));

        assertThat(smaller.next()).contains(new Seating.Grant(3, 1));
    }

    @Test
    void neverHasFewerSeatsThanPeopleOnThem() {
        Seating seating = arriveTimes(Seating.empty(3), 3);

        assertThatIllegalArgumentException().isThrownBy(() -> seating.under(SeatRules.of(2)));
        assertThat(seating.under(SeatRules.of(4)).free()).isEqualTo(1);
    }

    @Test
    void refusesWhatCannotBe() {
        Seating seating = arriveTimes(Seating.empty(1), 2);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> seating.grant(new Seating.Grant(2, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.leaveQueue(1));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.leaveQueue(3));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.takeSeats(Party.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.join(2, Party.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> seating.join(3, Party.ONE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seating.empty(1).leaveSeats(Party.ONE));
        assertThatIllegalArgumentException().isThrownBy(() -> Seating.empty(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Seating.empty(SeatRules.MOST_SEATS + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Party(0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Quota("a", 0));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SeatRules(
                                        1,
                                        List.of(new Quota("a", 1), new Quota("a", 2)),
                                        0,
                                        PartyRule.SPLIT));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new Line(
                                        List.of(
                                                new Line.Run(2, 4, Party.ONE),
                                                new Line.Run(4, 5, Party.ONE))));
    }

    @Test
    void turnsPeopleAwayWhenAsManyWaitAsMay() {
        Seating full =
                arriveTimes(
                        Seating.empty(new SeatRules(1, List.of(), 2, PartyRule.TOGETHER_IN_ORDER)),
                        3);

        assertThat(full.arrive(Party.ONE)).isInstanceOf(Seating.Arrival.TurnedAway.class);
        assertThat(full.leaveQueue(2).arrive(Party.ONE)).isInstanceOf(Seating.Arrival.Queued.class);
    }

    @ParameterizedTest
    @EnumSource(PartyRule.class)
    void agreesWithAPlainListOfParties(PartyRule rule) {
        for (long seed = 0; seed < 150; seed++) {
            new Life(seed, rule).go(200);
        }
    }

    private static SeatRules rules(int capacity, PartyRule rule) {
        return new SeatRules(capacity, List.of(), SeatRules.MOST_WAITING, rule);
    }

    private static Seating arrive(SeatRules rules, int... parties) {
        Seating seating = Seating.empty(rules);
        for (int seats : parties) {
            seating = after(seating.arrive(new Party(seats, null)));
        }
        return seating;
    }

    private static Seating arriveTimes(Seating seating, int times) {
        Seating current = seating;
        for (int i = 0; i < times; i++) {
            current = after(current.arrive(Party.ONE));
        }
        return current;
    }

    private static Seating after(Seating.Arrival arrival) {
        return switch (arrival) {
            case Seating.Arrival.Seated(long _, Seating next) -> next;
            case Seating.Arrival.Queued(long _, int _, long _, Seating next) -> next;
            case Seating.Arrival.TurnedAway _ -> throw new IllegalStateException("turned away");
        };
    }

    /**
     * One random life of an event, told twice: as a seating, and as a list of all who ever came,
     * from which everything is worked out anew each time.
     */
    private static final class Life {

        private static final List<Quota> QUOTAS = List.of(new Quota("a", 5), new Quota("b", 4));

        private final String name;
        private final Random random;
        private final PartyRule rule;
        private final List<Guest> guests = new ArrayList<>();
        private Seating seating;

        private Life(long seed, PartyRule rule) {
            this.name = rule + ", seed " + seed;
            this.random = new Random(seed);
            this.rule = rule;
            this.seating =
                    Seating.empty(
                            new SeatRules(
                                    2 + random.nextInt(8),
                                    seed % 3 == 0 ? List.of() : QUOTAS,
                                    SeatRules.MOST_WAITING,
                                    rule));
        }

        private void go(int steps) {
            for (int step = 0; step < steps; step++) {
                int what = random.nextInt(10);
                if (what < 5) {
                    arrive();
                } else if (what < 9) {
                    leave();
                } else {
                    int seats = Math.max(2, seating.confirmed() + random.nextInt(4));
                    seating =
                            seating.under(
                                    new SeatRules(
                                            seats,
                                            seating.rules().quotas(),
                                            SeatRules.MOST_WAITING,
                                            rule));
                    settle();
                }
                check();
            }
        }

        private void arrive() {
            String quota =
                    seating.rules().quotas().isEmpty() ? null : random.nextBoolean() ? "a" : "b";
            Party party = new Party(1 + random.nextInt(3), quota);
            guests.add(new Guest(party));
            seating = after(seating.arrive(party));
            settleModel();
        }

        private void leave() {
            if (guests.isEmpty()) {
                return;
            }
            int who = random.nextInt(guests.size());
            Guest guest = guests.get(who);
            if (guest.gone) {
                return;
            }
            if (guest.missing() > 0) {
                seating = seating.leaveQueue(who + 1L);
            }
            if (guest.seats > 0) {
                seating = seating.leaveSeats(new Party(guest.seats, guest.party.quota()));
            }
            guest.gone = true;
            guest.seats = 0;
            settle();
        }

        /** Promotes until nobody can be, in both tellings. */
        private void settle() {
            for (Seating.Grant grant : seating.grants(Integer.MAX_VALUE)) {
                seating = seating.grant(grant);
            }
            settleModel();
        }

        private void settleModel() {
            boolean changed = true;
            while (changed) {
                changed = false;
                Set<String> heldBack = new HashSet<>();
                for (Guest guest : guests) {
                    if (guest.gone || guest.missing() == 0) {
                        continue;
                    }
                    String quota = guest.party.quota();
                    int left = left(quota);
                    boolean never =
                            rule != PartyRule.SPLIT
                                    && guest.missing() > Math.min(capacity(), limit(quota));
                    if (left == 0 || never || (quota != null && heldBack.contains(quota))) {
                        continue;
                    }
                    int room = Math.min(free(), left);
                    if (room >= guest.missing() || (rule == PartyRule.SPLIT && room > 0)) {
                        guest.seats += Math.min(room, guest.missing());
                        changed = true;
                        break;
                    }
                    if (rule == PartyRule.TOGETHER_IN_ORDER) {
                        if (left >= guest.missing()) {
                            break;
                        }
                        heldBack.add(String.valueOf(quota));
                    }
                }
            }
        }

        private int capacity() {
            return seating.rules().capacity();
        }

        private int limit(@Nullable String quota) {
            return quota == null
                    ? Integer.MAX_VALUE
                    : seating.rules().quota(quota).map(Quota::seats).orElseThrow();
        }

        private int left(@Nullable String quota) {
            return limit(quota)
                    - guests.stream()
                            .filter(guest -> quota != null && quota.equals(guest.party.quota()))
                            .mapToInt(guest -> guest.seats)
                            .sum();
        }

        private int free() {
            return capacity() - guests.stream().mapToInt(guest -> guest.seats).sum();
        }

        private void check() {
            assertThat(seating.confirmed()).as(name).isEqualTo(capacity() - free());
            assertThat(seating.confirmed()).as(name).isLessThanOrEqualTo(capacity());
            for (Quota quota : seating.rules().quotas()) {
                assertThat(seating.takenIn(quota.id())).as(name).isLessThanOrEqualTo(quota.seats());
            }
            long place = 0;
            for (int who = 0; who < guests.size(); who++) {
                Guest guest = guests.get(who);
                Optional<Party> waitingFor = seating.waitingFor(who + 1L);
                if (guest.gone || guest.missing() == 0) {
                    assertThat(waitingFor).as(name + ", " + (who + 1)).isEmpty();
                } else {
                    place++;
                    assertThat(waitingFor)
                            .as(name + ", " + (who + 1))
                            .contains(new Party(guest.missing(), guest.party.quota()));
                    assertThat(seating.placeOf(who + 1L)).as(name).isEqualTo(place);
                }
            }
            assertThat(seating.waiting()).as(name).isEqualTo(place);
            assertThat(seating.taken().values()).as(name).doesNotContain(0);
            assertThat(Map.copyOf(seating.taken())).as(name).isEqualTo(seating.taken());
        }

        private static final class Guest {

            private final Party party;
            private int seats;
            private boolean gone;

            private Guest(Party party) {
                this.party = party;
            }

            private int missing() {
                return party.seats() - seats;
            }
        }
    }
}
