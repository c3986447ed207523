package fi.kumppani.grants.power.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.PowerChanged;
import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

class PowerContractTests {

    private static final LocalDate FROM = LocalDate.of(2027, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2028, 12, 31);

    @Test
    void tellsOfAPowerAndNothingOfWhoHoldsIt() {
        var source = new DecisionPower.Source("coordinator", Instant.EPOCH);
        var power =
                new DecisionPower(
                        "019a5f0e-7c00-7000-8000-00000000000e",
                        new DecisionPower.Terms(
                                DecisionPower.Use.DECIDE,
                                DecisionMaker.Kind.BOARD,
                                "kulttuurilautakunta",
                                Set.of(GrantKind.PROJECT, GrantKind.EVENT),
                                Euros.parse("5000"),
                                FROM,
                                null,
                                "hallintosääntö 25 §",
                                Set.of("holder")),
                        source,
                        List.of(new DecisionPower.Ending(UNTIL, source)));

        OutboundMessage message =
                Tenancy.callIn(
                        new MunicipalityCode("743"),
                        () -> new PowerTranslator().announce(power).getFirst());

        assertThat(message.subject()).isEqualTo("743");
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(PowerChanged.TYPE), PowerChanged.class));
        assertThat(String.valueOf(message.data())).doesNotContain("holder", "coordinator");
    }
}
