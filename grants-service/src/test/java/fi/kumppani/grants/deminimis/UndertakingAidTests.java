package fi.kumppani.grants.deminimis;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.AidLimit;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.ledger.OperationId;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class UndertakingAidTests {

    private static final AssociationId UNDERTAKING = new AssociationId("u");
    private static final MunicipalityCode HERE = new MunicipalityCode("743");
    private static final MunicipalityCode THERE = new MunicipalityCode("052");
    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);

    @Test
    void grantsNothingBeforeItsUndertakingHasDeclared() {
        UndertakingAid aid = claim(UndertakingAid.of(UNDERTAKING), HERE, "1", "100", DAY);

        assertThat(aid.answered(operation("1"))).contains(new AidLimit.Answer.Undeclared());
        assertThat(aid.used(DAY)).isEqualTo(Euros.ZERO);
    }

    @Test
    void countsWhatAllMunicipalitiesGrantAndOthersWereDeclaredToGrant() {
        UndertakingAid aid = declared(new UndertakingAid.Aid("ELY", DAY, Euros.parse("100000")));
        aid = claim(aid, HERE, "1", "150000", DAY);
        aid = claim(aid, THERE, "2", "50000.01", DAY);

        assertThat(aid.answered(operation("1"))).contains(new AidLimit.Answer.Held());
        assertThat(aid.answered(operation("2")))
                .contains(new AidLimit.Answer.Over(UndertakingAid.LIMIT, Euros.parse("250000")));
        assertThat(claim(aid, THERE, "3", "50000", DAY).left(DAY)).isEqualTo(Euros.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-01, 0", "2024-03-02, 300000", "2027-03-01, 300000", "2027-09-01, 300000"})
    void countsTheThreeYearsUntilTheDecisionAndWhatIsLater(LocalDate granted, String used) {
        UndertakingAid aid = claim(declared(), HERE, "1", "300000", granted);

        assertThat(aid.used(DAY)).isEqualTo(Euros.parse(used));
    }

    @Test
    void countsAgainWhatIsReleasedOrGivenBack() {
        UndertakingAid aid = claim(declared(), HERE, "1", "200000", DAY);
        aid = claim(aid, HERE, "2", "100000", DAY);
        UndertakingAid full = aid;
        assertThat(full.left(DAY)).isEqualTo(Euros.ZERO);

        UndertakingAid released = full.release(operation("2")).orElseThrow();
        UndertakingAid less =
                released.giveBack(application("1"), operation("b"), Euros.parse("50000"))
                        .orElseThrow();

        assertThat(released.release(operation("2"))).isEmpty();
        assertThat(less.giveBack(application("1"), operation("b"), Euros.parse("50000"))).isEmpty();
        assertThat(less.used(DAY)).isEqualTo(Euros.parse("150000"));
        assertThat(less.granted(DAY))
                .containsExactly(
                        new UndertakingAid.Granted(
                                HERE, application("1"), Euros.parse("150000"), DAY));
        assertThat(less.used(DAY.plusYears(3))).isEqualTo(Euros.ZERO);
        assertThat(less.answered(operation("2"))).contains(new AidLimit.Answer.Held());
    }

    @Test
    void answersOnceHoweverOftenItIsAsked() {
        UndertakingAid aid = claim(declared(), HERE, "1", "300000", DAY);
        UndertakingAid refused = claim(aid, HERE, "2", "1", DAY);
        UndertakingAid freed = refused.release(operation("1")).orElseThrow();

        assertThat(freed.claim(asked("2", "1", DAY), HERE)).isEmpty();
        assertThat(freed.answered(operation("2")))
                .contains(new AidLimit.Answer.Over(UndertakingAid.LIMIT, UndertakingAid.LIMIT));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsEveryThreeYearsWithinTheLimitInWhateverOrderItIsAsked(long seed) {
        Random random = new Random(seed);
        UndertakingAid aid = declared();
        List<String> operations = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String id = String.valueOf(i);
            switch (random.nextInt(5)) {
                case 0 -> {
                    if (!operations.isEmpty()) {
                        String old = operations.get(random.nextInt(operations.size()));
                        aid = aid.release(operation(old)).orElse(aid);
                    }
                }
                default -> {
                    aid =
                            claim(
                                    aid,
                                    random.nextBoolean() ? HERE : THERE,
                                    id,
                                    String.valueOf(1 + random.nextInt(150_000)),
                                    DAY.plusDays(random.nextInt(3_000)));
                    operations.add(id);
                }
            }
        }
        for (int day = 0; day < 3_000; day += 7) {
            LocalDate last = DAY.plusDays(day);
            long within =
                    aid.granted(DAY).stream()
                            .filter(
                                    each ->
                                            each.grantedOn().isAfter(last.minusYears(3))
                                                    && !each.grantedOn().isAfter(last))
                            .mapToLong(each -> each.amount().cents())
                            .sum();
            assertThat(within).isLessThanOrEqualTo(UndertakingAid.LIMIT.cents());
        }
    }

    private static UndertakingAid declared(UndertakingAid.Aid... items) {
        return UndertakingAid.of(UNDERTAKING)
                .declaring(
                        new UndertakingAid.Declaration(
                                List.of(items), application("a"), Instant.EPOCH));
    }

    private static UndertakingAid claim(
            UndertakingAid aid, MunicipalityCode where, String id, String amount, LocalDate day) {
        return aid.claim(asked(id, amount, day), where).orElse(aid);
    }

    private static AidLimit.Aid asked(String id, String amount, LocalDate day) {
        return new AidLimit.Aid(
                operation(id), UNDERTAKING, application(id), Euros.parse(amount), day);
    }

    private static OperationId operation(String id) {
        return new OperationId(id);
    }

    private static ApplicationId application(String id) {
        return new ApplicationId(id);
    }
}
