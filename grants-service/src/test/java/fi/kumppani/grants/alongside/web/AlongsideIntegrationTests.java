package fi.kumppani.grants.alongside.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;

@GrantsServiceTest
class AlongsideIntegrationTests {

    private static final String HERE = "152";

    @Autowired Api everywhere;
    @Autowired Clock clock;

    private Api api;
    private String association;
    private String call;

    @BeforeEach
    void haveAPowerWithALimit() {
        api = everywhere.in(HERE);
        association = api.association();
        call = api.publishedCall("30000.00", "400.00");
        Answer power =
                api.put(
                        "/decision-powers/" + api.newId(),
                        Tokens.of("clerk").inMunicipality(HERE).withRoles(Role.COORDINATOR),
                        "\"0\"",
                        """
                        {"maker":"official","title":"sivistysjohtaja","limit":"400.00",
                         "validFrom":"%s","rule":"hallintosääntö 25 §","holders":["decider"]}
                        """
                                .formatted(FinnishTime.today(clock)));
        assertThat(power.status()).as(power.body()).isEqualTo(200);
    }

    @Test
    void showsAPurposeThatIsSplitIntoSeveral() {
        String first = api.submitted(call, association, "300.00");
        String second = api.submitted(call, association, "100.01");
        String elsewhere =
                api.submitted(api.publishedCall("900.00", "400.00"), association, "1.00");
        var _ = api.submitted(call, api.association(), "400.00");

        Answer beside = alongside(second, officer());

        assertThat(beside.status()).as(beside.body()).isEqualTo(200);
        assertThat(beside.text("/together")).isEqualTo("401.01");
        assertThat(beside.json().at("/items")).hasSize(2);
        assertThat(beside.text("/items/0/applicationId")).isEqualTo(first);
        assertThat(beside.text("/items/0/isSameCall")).isEqualTo("true");
        assertThat(beside.text("/items/1/applicationId")).isEqualTo(elsewhere);
        assertThat(beside.text("/items/1/isSameCall")).isEqualTo("false");
        assertThat(beside.text("/passedLimits/0/title")).isEqualTo("sivistysjohtaja");
        assertThat(beside.text("/passedLimits/0/limit")).isEqualTo("400.00");
    }

    @Test
    void tellsOfNoLimitThatAllTogetherKeep() {
        String first = api.submitted(call, association, "300.00");
        String second = api.submitted(call, association, "100.00");

        assertThat(alongside(first, officer()).json().at("/passedLimits")).isEmpty();

        Answer refused =
                api.post(
                        "/applications/" + second + "/decision",
                        Api.decider().inMunicipality(HERE),
                        """
                        {"decision":"refuse","reasons":["outside-purpose"],
                         "maker":{"kind":"official","title":"sivistysjohtaja"}}
                        """);
        assertThat(refused.status()).as(refused.body()).isEqualTo(201);
        assertThat(alongside(first, officer()).json().at("/items")).isEmpty();
    }

    @Test
    void isForThoseWhoHandleAndDecide() {
        String first = api.submitted(call, association, "300.00");
        api.mandate("eeva", association);

        assertThat(alongside(first, Api.decider().inMunicipality(HERE)).status()).isEqualTo(200);
        assertThat(alongside(first, Api.personFromElsewhere("eeva")).status()).isIn(403, 404);
        assertThat(alongside(first, Api.stranger()).status()).isEqualTo(404);
    }

    private Answer alongside(String application, Tokens by) {
        return api.get("/applications/" + application + "/alongside", by);
    }

    private static Tokens officer() {
        return Api.officer().inMunicipality(HERE);
    }
}
