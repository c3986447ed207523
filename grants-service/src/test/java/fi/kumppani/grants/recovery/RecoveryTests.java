package fi.kumppani.grants.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

class RecoveryTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2027, 3, 31);
    private static final Euros PAID = Euros.parse("1000");
    private static final ReferenceRates THREE = _ -> Optional.of(new BigDecimal("3.0"));
    private static final ReferenceRates UNSTATED = _ -> Optional.empty();

    @Test
    void isDecidedByAnotherPersonAfterTheHearing() {
        Recovery proposed = to(empty().propose(claim(1, "1000", offered()), PAID));
        RecoveryClaim open = proposed.claim(1).orElseThrow();

        assertThat(refusal(decide(proposed, open, "officer", TODAY)))
                .isEqualTo(RecoveryRefusal.SAME_PERSON);
        assertThat(refusal(decide(proposed, open, "decider", TODAY)))
                .isEqualTo(RecoveryRefusal.HEARING_OPEN);
        assertThat(decide(proposed, open, "decider", TODAY.plusDays(15)))
                .isInstanceOf(Recovery.Moved.To.class);
        Recovery heard = to(proposed.hear(open, "Käytimme sen juhlaan", TODAY.plusDays(14)));
        assertThat(refusal(proposed.hear(open, "Myöhässä", TODAY.plusDays(15))))
                .isEqualTo(RecoveryRefusal.HEARING_OVER);
        Recovery decided =
                to(decide(heard, heard.claim(1).orElseThrow(), "decider", TODAY.plusDays(1)));
        RecoveryClaim done = decided.claim(1).orElseThrow();
        assertThat(done.stage()).isInstanceOf(RecoveryClaim.Stage.Decided.class);
        assertThat(refusal(decide(decided, done, "third", TODAY)))
                .isEqualTo(RecoveryRefusal.ALREADY_DECIDED);
        assertThat(refusal(decided.drop(done))).isEqualTo(RecoveryRefusal.ALREADY_DECIDED);
        assertThat(to(proposed.drop(open)).pending()).isEqualTo(Euros.ZERO);
    }

    @Test
    void claimsNoMoreThanWasPaidInAll() {
        Recovery first = to(empty().propose(claim(1, "600", waived()), PAID));

        assertThat(refusal(first.propose(claim(2, "400.01", waived()), PAID)))
                .isEqualTo(RecoveryRefusal.OVER_PAID);
        assertThat(first.propose(claim(2, "400", waived()), PAID))
                .isInstanceOf(Recovery.Moved.To.class);
    }

    @Test
    void bearsInterestSevenPointsAboveTheReferenceRateFromTheDayAfterItIsDue() {
        Recovery decided = decided("1000");
        RecoveryClaim claim = decided.claim(1).orElseThrow();

        assertThat(decided.owed(claim, DUE, UNSTATED)).contains(new Owed(PAID, Euros.ZERO));
        // 1 000 € · 10 % · 73 days / 365 = 20 €
        assertThat(decided.owed(claim, DUE.plusDays(73), THREE))
                .contains(new Owed(PAID, Euros.parse("20")));
        assertThat(decided.owed(claim, DUE.plusDays(1), UNSTATED)).isEmpty();
    }

    @Test
    void takesTheRateOfEachHalfYear() {
        Recovery decided = decided("1000");
        ReferenceRates rising =
                day ->
                        Optional.of(
                                new BigDecimal(
                                        day.isBefore(LocalDate.of(2027, 7, 1)) ? "3.0" : "4.0"));

        // 91 days at 10 % and 184 days at 11 %: 24.93 € + 55.45 €
        assertThat(decided.owed(decided.claim(1).orElseThrow(), LocalDate.of(2027, 12, 31), rising))
                .contains(new Owed(PAID, Euros.parse("80.38")));
    }

    @Test
    void paysInterestFirstAndEndsToTheCentHoweverItIsPaid() {
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            Recovery recovery = decided("1000");
            RecoveryClaim claim = recovery.claim(1).orElseThrow();
            LocalDate day = DUE.minusDays(20);
            Euros principal = Euros.ZERO;
            for (int part = 0; part < 12; part++) {
                day = day.plusDays(random.nextInt(60));
                Owed owed = recovery.owed(claim, day, THREE).orElseThrow();
                long whole = owed.whole().cents();
                if (whole == 0) {
                    break;
                }
                long cents = part == 11 ? whole : 1 + random.nextLong(whole);
                Owed parts = owed.paidBy(new Euros(cents));
                assertThat(parts.whole()).isEqualTo(new Euros(cents));
                assertThat(
                                parts.principal().cents() == 0
                                        || parts.interest().equals(owed.interest()))
                        .isTrue();
                recovery = to(recovery.note(money(part, day, parts), PAID));
                principal = principal.plus(parts.principal());
            }
            assertThat(principal).isEqualTo(PAID).isEqualTo(recovery.returned());
            assertThat(recovery.owed(claim, day, THREE)).contains(Owed.NOTHING);
            assertThat(recovery.pending()).isEqualTo(Euros.ZERO);
        }
    }

    @Test
    void countsWhatTheLedgerRefusedForNothing() {
        Recovery decided = decided("1000");
        Owed half = new Owed(Euros.parse("500"), Euros.ZERO);
        Recovery noted = to(decided.note(money(1, DUE, half), PAID));
        assertThat(refusal(noted.note(money(2, DUE.minusDays(1), half), PAID)))
                .isEqualTo(RecoveryRefusal.OUT_OF_ORDER);
        assertThat(
                        refusal(
                                noted.note(
                                        money(2, DUE, new Owed(Euros.parse("500.01"), Euros.ZERO)),
                                        PAID)))
                .isEqualTo(RecoveryRefusal.OVER_PAID);

        Recovery refused = noted.settled("money-1", false);

        assertThat(refused.returned()).isEqualTo(Euros.ZERO);
        assertThat(refused.unbooked()).isEmpty();
        assertThat(refused.settled("money-1", true)).isEqualTo(refused);
        assertThat(noted.settled("money-1", true).returned()).isEqualTo(half.principal());
    }

    private static Recovery empty() {
        return Recovery.of(GrantApplicationFixtures.APPLICATION);
    }

    private static Recovery decided(String amount) {
        Recovery proposed = to(empty().propose(claim(1, amount, waived()), PAID));
        return to(decide(proposed, proposed.claim(1).orElseThrow(), "decider", TODAY));
    }

    private static Recovery.Moved decide(
            Recovery recovery, RecoveryClaim claim, String by, LocalDate today) {
        return recovery.decide(claim, DecisionMaker.SOME_OFFICIAL, by, today, DUE);
    }

    private static RecoveryClaim claim(int number, String amount, Hearing hearing) {
        return new RecoveryClaim(
                number,
                RecoveryGround.UNUSED,
                Euros.parse(amount),
                "Ei käytetty",
                hearing,
                "officer",
                new Creation("claim-" + number, "hash"),
                new RecoveryClaim.Stage.Proposed());
    }

    private static MoneyReturn money(int number, LocalDate day, Owed parts) {
        return new MoneyReturn(
                "money-" + number,
                1,
                day,
                parts.principal(),
                parts.interest(),
                new Creation("return-" + number, "hash"),
                MoneyReturn.Stage.BOOKING);
    }

    private static Hearing waived() {
        return new Hearing.Waived(Hearing.Why.UNNECESSARY);
    }

    private static Hearing offered() {
        return new Hearing.Offered(TODAY.plusDays(14), null);
    }

    private static Recovery to(Recovery.Moved moved) {
        if (moved instanceof Recovery.Moved.To(var recovery)) {
            return recovery;
        }
        throw new AssertionError("Not moved: " + moved);
    }

    private static RecoveryRefusal refusal(Recovery.Moved moved) {
        if (moved instanceof Recovery.Moved.Refused(var reason)) {
            return reason;
        }
        throw new AssertionError("Not refused: " + moved);
    }
}
