package fi.kumppani.grants.power;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class PowersTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 1);
    private static final DecisionPower.Source SOURCE =
            new DecisionPower.Source("coordinator", Instant.parse("2027-01-04T08:00:00Z"));

    @Test
    void leavesDecisionsToTheRoleUntilThereIsAPower() {
        assertThat(
                        Powers.NONE.lack(
                                official("kulttuuripäällikkö"),
                                "maija",
                                GrantKind.EVENT,
                                Euros.parse("400"),
                                DAY))
                .isEmpty();
        assertThat(
                        only(power(DAY.plusDays(1), null))
                                .lack(
                                        official("joku"),
                                        "maija",
                                        GrantKind.EVENT,
                                        Euros.parse("400"),
                                        DAY))
                .as("none has begun")
                .isEmpty();
    }

    @Test
    void letsItsHolderDecideAsItsMaker() {
        Powers powers = only(power(DAY, DAY));

        assertThat(
                        powers.lack(
                                official("Kulttuuripäällikkö "),
                                "maija",
                                GrantKind.EVENT,
                                Euros.parse("400"),
                                DAY))
                .isEmpty();
    }

    @Test
    void saysWhatIsWanting() {
        Powers powers = only(power(DAY, null));

        assertThat(
                        powers.lack(
                                official("sivistysjohtaja"),
                                "maija",
                                GrantKind.EVENT,
                                Euros.parse("400"),
                                DAY))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(powers.lack(official(null), "maija", GrantKind.EVENT, Euros.parse("400"), DAY))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(
                        powers.lack(
                                official("kulttuuripäällikkö"),
                                "maija",
                                GrantKind.RENT,
                                Euros.parse("400"),
                                DAY))
                .contains(new PowerLack.None(PowerLack.Want.KIND));
        assertThat(
                        powers.lack(
                                official("kulttuuripäällikkö"),
                                "pekka",
                                GrantKind.EVENT,
                                Euros.parse("400"),
                                DAY))
                .contains(new PowerLack.None(PowerLack.Want.HOLDER));
        assertThat(
                        powers.lack(
                                official("kulttuuripäällikkö"),
                                "maija",
                                GrantKind.EVENT,
                                Euros.parse("400.01"),
                                DAY))
                .contains(new PowerLack.Over(Euros.parse("400"), "hallintosääntö 25 §"));
    }

    @Test
    void endsForGoodAndIsStillKnown() {
        Powers powers =
                only(power(DAY.minusDays(30), null))
                        .ending("p", new DecisionPower.Ending(DAY.minusDays(1), SOURCE));

        assertThat(
                        powers.lack(
                                official("kulttuuripäällikkö"),
                                "maija",
                                GrantKind.EVENT,
                                Euros.parse("1"),
                                DAY))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(powers.on(DAY)).isEmpty();
        assertThat(powers.on(DAY.minusDays(1))).hasSize(1);
        assertThat(powers.on(DAY.minusDays(31))).isEmpty();
    }

    @Test
    void closesNothingWhenTheOnlyOneNeverCameIntoForce() {
        Powers powers =
                only(power(DAY, null))
                        .ending("p", new DecisionPower.Ending(DAY.minusDays(1), SOURCE));

        assertThat(powers.lack(official("joku"), "kuka", GrantKind.EVENT, Euros.parse("1"), DAY))
                .isEmpty();
    }

    @Test
    void takesTheWidestOfSeveral() {
        DecisionPower unlimited =
                new DecisionPower("q", terms(DAY, null, null, Set.of()), SOURCE, List.of());
        Powers powers = only(power(DAY, null)).with(unlimited);

        assertThat(
                        powers.lack(
                                official("kulttuuripäällikkö"),
                                "maija",
                                GrantKind.RENT,
                                Euros.parse("9000"),
                                DAY))
                .isEmpty();
    }

    private static Powers only(DecisionPower power) {
        return Powers.NONE.with(power);
    }

    private static DecisionPower power(LocalDate from, @Nullable LocalDate until) {
        return new DecisionPower(
                "p",
                terms(from, until, Euros.parse("400"), Set.of(GrantKind.EVENT)),
                SOURCE,
                List.of());
    }

    private static DecisionPower.Terms terms(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Euros limit,
            Set<GrantKind> kinds) {
        return new DecisionPower.Terms(
                DecisionPower.Use.DECIDE,
                DecisionMaker.Kind.OFFICIAL,
                "kulttuuripäällikkö",
                kinds,
                limit,
                from,
                until,
                "hallintosääntö 25 §",
                Set.of("maija"));
    }

    @Test
    void letsTakeUpWhoMayAndLetsNobodyElse() {
        DecisionMaker executive =
                new DecisionMaker(DecisionMaker.Kind.BOARD, "Kunnanhallitus", null);
        Powers deciding = only(power(DAY, null));
        Powers both =
                deciding.with(
                        new DecisionPower(
                                "t",
                                new DecisionPower.Terms(
                                        DecisionPower.Use.TAKE_UP,
                                        DecisionMaker.Kind.BOARD,
                                        "kunnanhallitus",
                                        Set.of(),
                                        null,
                                        DAY,
                                        null,
                                        "hallintosääntö 29 §",
                                        Set.of("secretary")),
                                SOURCE,
                                List.of()));

        assertThat(Powers.NONE.lackToTakeUp(executive, "x", GrantKind.EVENT, DAY)).isEmpty();
        assertThat(deciding.lackToTakeUp(executive, "secretary", GrantKind.EVENT, DAY))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(both.lackToTakeUp(executive, "secretary", GrantKind.EVENT, DAY)).isEmpty();
        assertThat(both.lackToTakeUp(executive, "maija", GrantKind.EVENT, DAY))
                .contains(new PowerLack.None(PowerLack.Want.HOLDER));
        assertThat(both.lack(executive, "secretary", GrantKind.EVENT, Euros.parse("1"), DAY))
                .as("to take up is not to decide")
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(
                        only(both.all().getLast())
                                .lack(official("x"), "x", GrantKind.EVENT, Euros.parse("1"), DAY))
                .as("no power to decide is recorded")
                .isEmpty();
    }

    private static DecisionMaker official(@Nullable String title) {
        return new DecisionMaker(DecisionMaker.Kind.OFFICIAL, title, null);
    }
}
