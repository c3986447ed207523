package fi.kumppani.grants.power;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionReason;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.store.Creation;

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
        assertThat(Powers.NONE.lack(asked("400", "kulttuuripäällikkö", "maija"), GrantKind.EVENT))
                .isEmpty();
        assertThat(
                        only(power(DAY.plusDays(1), null))
                                .lack(asked("400", "joku", "maija"), GrantKind.EVENT))
                .as("none has begun")
                .isEmpty();
    }

    @Test
    void letsItsHolderDecideAsItsMaker() {
        Powers powers = only(power(DAY, DAY));

        assertThat(powers.lack(asked("400", "Kulttuuripäällikkö ", "maija"), GrantKind.EVENT))
                .isEmpty();
    }

    @Test
    void saysWhatIsWanting() {
        Powers powers = only(power(DAY, null));

        assertThat(powers.lack(asked("400", "sivistysjohtaja", "maija"), GrantKind.EVENT))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(powers.lack(asked("400", null, "maija"), GrantKind.EVENT))
                .contains(new PowerLack.None(PowerLack.Want.MAKER));
        assertThat(powers.lack(asked("400", "kulttuuripäällikkö", "maija"), GrantKind.RENT))
                .contains(new PowerLack.None(PowerLack.Want.KIND));
        assertThat(powers.lack(asked("400", "kulttuuripäällikkö", "pekka"), GrantKind.EVENT))
                .contains(new PowerLack.None(PowerLack.Want.HOLDER));
        assertThat(powers.lack(asked("400.01", "kulttuuripäällikkö", "maija"), GrantKind.EVENT))
                .contains(new PowerLack.Over(Euros.parse("400"), "hallintosääntö 25 §"));
    }

    @Test
    void letsARefusalBeMadeWhateverWasAskedFor() {
        DecisionRequest refusal = asked("0", "kulttuuripäällikkö", "maija");

        assertThat(only(power(DAY, null)).lack(refusal, GrantKind.EVENT)).isEmpty();
    }

    @Test
    void endsForGoodAndIsStillKnown() {
        Powers powers =
                only(power(DAY.minusDays(30), null))
                        .ending("p", new DecisionPower.Ending(DAY.minusDays(1), SOURCE));

        assertThat(powers.lack(asked("1", "kulttuuripäällikkö", "maija"), GrantKind.EVENT))
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

        assertThat(powers.lack(asked("1", "joku", "kuka"), GrantKind.EVENT)).isEmpty();
    }

    @Test
    void takesTheWidestOfSeveral() {
        DecisionPower unlimited =
                new DecisionPower("q", terms(DAY, null, null, Set.of()), SOURCE, List.of());
        Powers powers = only(power(DAY, null)).with(unlimited);

        assertThat(powers.lack(asked("9000", "kulttuuripäällikkö", "maija"), GrantKind.RENT))
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
                DecisionMaker.Kind.OFFICIAL,
                "kulttuuripäällikkö",
                kinds,
                limit,
                from,
                until,
                "hallintosääntö 25 §",
                Set.of("maija"));
    }

    private static DecisionRequest asked(String amount, @Nullable String title, String by) {
        return new DecisionRequest(
                amount.equals("0")
                        ? GrantApplicationFixtures.refuse(DecisionReason.INCOMPLETE)
                        : GrantApplicationFixtures.grant(amount),
                new DecisionMaker(DecisionMaker.Kind.OFFICIAL, title, null),
                by,
                DAY,
                new Creation("key", "hash"));
    }
}
