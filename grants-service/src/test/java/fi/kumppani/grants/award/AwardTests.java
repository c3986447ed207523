package fi.kumppani.grants.award;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.kit.money.Euros;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;

class AwardTests {

    private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");
    private static final Euros SUM = Euros.parse("60");
    private static final Award OPEN = Award.of(GrantApplicationFixtures.APPLICATION);

    @Test
    void isAcceptedOrDeclinedButNotBoth() {
        Award accepted = moved(OPEN.accept("anna", NOW, null));

        assertThat(accepted.isAccepted()).isTrue();
        assertThat(accepted.accept("bertta", NOW, null)).isEqualTo(new Award.Answered.As(accepted));
        assertThat(accepted.decline("anna", NOW))
                .isEqualTo(new Award.Answered.Refused(Award.Refusal.ALREADY_ACCEPTED));
        Award declined = moved(OPEN.decline("anna", NOW)).declined();
        assertThat(declined.accept("anna", NOW, null))
                .isEqualTo(new Award.Answered.Refused(Award.Refusal.ALREADY_DECLINED));
        assertThat(declined.decline("anna", NOW)).isEqualTo(new Award.Answered.As(declined));
    }

    @Test
    void isAcceptedOnItsLastDayAndNotLater() {
        assertThat(OPEN.accept("anna", NOW, LocalDate.of(2027, 3, 9)))
                .isEqualTo(new Award.Answered.Refused(Award.Refusal.ACCEPTANCE_LATE));
        Award accepted = moved(OPEN.accept("anna", NOW, LocalDate.of(2027, 3, 10)));
        assertThat(accepted.accept("anna", NOW, LocalDate.of(2027, 3, 9)))
                .isEqualTo(new Award.Answered.As(accepted));
    }

    @Test
    void paysAnInstalmentByOnePaymentAtATime() {
        Award accepted = moved(OPEN.accept("anna", NOW, null));

        assertThat(OPEN.collect("p1", 1, SUM, NOW)).isEmpty();
        Award collected = accepted.collect("p1", 1, SUM, NOW).orElseThrow();
        assertThat(collected.collect("p1", 1, SUM, NOW)).contains(collected);
        assertThat(collected.collect("p2", 1, SUM, NOW)).isEmpty();
        assertThat(collected.collect("p2", 2, SUM, NOW)).isPresent();
        Award rejected = collected.reach("p1", Payment.Stage.REJECTED, "AC04", NOW);
        assertThat(rejected.collect("p2", 1, SUM, NOW)).isPresent();
        assertThat(collected.drop("p1").collect("p2", 1, SUM, NOW)).isPresent();
    }

    @Test
    void isNotReplacedOnceItIsDeclinedNorDeclinedWhileItIsReplaced() {
        Award replacing = OPEN.replacing(1, NOW).orElseThrow();

        assertThat(moved(OPEN.decline("anna", NOW)).replacing(1, NOW)).isEmpty();
        assertThat(replacing.isReplacing(1, NOW)).isTrue();
        assertThat(replacing.isReplacing(2, NOW)).isFalse();
        assertThat(replacing.isReplacing(1, NOW.plus(Award.REPLACEMENT_COUNTS))).isFalse();
        assertThat(replacing.notReplacing(1)).isEqualTo(OPEN);
        assertThat(replacing.notReplacing(2)).isEqualTo(replacing);
    }

    @Test
    void takesNothingForAPaymentThatGaveItsInstalmentBack() {
        Award accepted = moved(OPEN.accept("anna", NOW, null));
        Award back = accepted.collect("p1", 1, SUM, NOW).orElseThrow().drop("p1");

        assertThat(back.collect("p1", 1, SUM, NOW)).isEmpty();
        assertThat(back.live(1)).isEmpty();
        assertThat(accepted.drop("p2").collect("p2", 1, SUM, NOW)).isEmpty();
        assertThat(back.drop("p1")).isEqualTo(back);
    }

    @Test
    void neverTakesAPaymentBack() {
        Award paid =
                moved(OPEN.accept("anna", NOW, null))
                        .collect("p1", 1, SUM, NOW)
                        .orElseThrow()
                        .reach("p1", Payment.Stage.PAID, null, NOW);

        assertThat(paid.drop("p1")).isEqualTo(paid);
        assertThat(paid.reach("p1", Payment.Stage.COLLECTED, null, NOW)).isEqualTo(paid);
        assertThat(paid.paid()).isEqualTo(SUM);
        assertThat(paid.reach("p1", Payment.Stage.REJECTED, "AC04", NOW).paid())
                .isEqualTo(Euros.ZERO);
    }

    @Test
    void fixesReceiptsOnceSomethingIsPaid() {
        Award accepted = moved(OPEN.accept("anna", NOW, null));
        Receipts receipts = new Receipts(SUM, null, "officer", NOW);

        Award approved = moved(accepted.approve(receipts));
        assertThat(approved.receipts()).isEqualTo(receipts);
        assertThat(approved.collect("p1", 1, SUM, NOW).orElseThrow().approve(receipts))
                .isEqualTo(new Award.Answered.Refused(Award.Refusal.ALREADY_PAID));
    }

    private static Award moved(Award.Answered answered) {
        if (answered instanceof Award.Answered.As(var next)) {
            return next;
        }
        throw new AssertionError(answered);
    }
}
