package fi.kumppani.grants.power.web;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.Api;
import fi.kumppani.grants.Api.Answer;
import fi.kumppani.grants.GrantsServiceTest;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Clock;
import java.time.LocalDate;

/** In Lapua, where powers are recorded; everywhere else the tests decide without. */
@GrantsServiceTest
class PowerApiIntegrationTests {

    private static final String LAPUA = "408";

    @Autowired Api seinajoki;
    @Autowired Clock clock;

    private Api api;

    @BeforeEach
    void goToLapua() {
        api = seinajoki.in(LAPUA);
    }

    @Test
    void letsDecideWithinAPowerAndSaysWhyNotOtherwise() {
        String title = "kulttuuripäällikkö " + api.newId();
        assertThat(begin(power(title, "\"kinds\":[\"general\"],\"limit\":\"300.00\",")).status())
                .isEqualTo(200);
        String call = api.publishedCall("30000.00", "400.00");
        String application = api.submitted(call, api.association(), "400.00");

        Answer noMaker = decide(application, "holder", "300.00", "sivistysjohtaja");
        Answer nobody = decide(application, "other", "300.00", title);
        Answer over = decide(application, "holder", "300.01", title);
        Answer made = decide(application, "holder", "300.00", title);

        assertThat(noMaker.status()).isEqualTo(403);
        assertThat(noMaker.text("/reason")).isEqualTo("no-power");
        assertThat(noMaker.text("/ground")).isEqualTo("maker");
        assertThat(nobody.status()).isEqualTo(403);
        assertThat(nobody.text("/ground")).isEqualTo("holder");
        assertThat(over.status()).isEqualTo(409);
        assertThat(over.text("/reason")).isEqualTo("over-power");
        assertThat(over.text("/detail")).contains("300.00").contains("hallintosääntö 25 §");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void refusesAKindThatThePowerIsNotFor() {
        String title = "vapaa-aikajohtaja " + api.newId();
        assertThat(begin(power(title, "\"kinds\":[\"rent\"],")).status()).isEqualTo(200);
        String call = api.publishedCall("30000.00", "400.00");
        String application = api.submitted(call, api.association(), "400.00");

        assertThat(decide(application, "holder", "1.00", title).text("/ground")).isEqualTo("kind");
    }

    @Test
    void answersADecisionSentAgainThoughThePowerHasEnded() {
        String title = "sivistysjohtaja " + api.newId();
        Answer power = begin(power(title, "", today().minusDays(10)));
        String call = api.publishedCall("30000.00", "400.00");
        String application = api.submitted(call, api.association(), "400.00");
        String key = api.newId();
        Answer first = decide(application, "holder", "100.00", title, key);

        Answer ended = end(power, "\"1\"", today().minusDays(1));

        assertThat(ended.status()).as(ended.body()).isEqualTo(200);
        assertThat(decide(application, "holder", "100.00", title, key).body())
                .isEqualTo(first.body());
        String another = api.submitted(call, api.association(), "100.00");
        assertThat(decide(another, "holder", "100.00", title).text("/reason"))
                .isEqualTo("no-power");
        assertThat(api.get("/decision-powers?on=" + today().minusDays(5), officer()).body())
                .contains(power.text("/id"));
        assertThat(api.get("/decision-powers?on=" + today(), officer()).body())
                .doesNotContain(power.text("/id"));
    }

    @Test
    void keepsWhatWasRecorded() {
        String body = power("tiedejohtaja " + api.newId(), "");
        String path = "/decision-powers/" + api.newId();
        Answer first = api.put(path, coordinator("clerk"), "\"0\"", body);
        Answer again = api.put(path, coordinator("clerk"), "\"0\"", body);
        Answer other = api.put(path, coordinator("clerk"), "\"0\"", body.replace("25 §", "26 §"));

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("/reason")).isEqualTo("otherwise-recorded");
        assertThat(end(first, "\"7\"", today()).status()).isEqualTo(412);
        assertThat(end(first, "\"1\"", today().minusDays(2)).text("/errors/0/code"))
                .isEqualTo("in-the-past");
        assertThat(end(first, "\"1\"", today().plusDays(9)).status()).isEqualTo(200);
        assertThat(end(first, "\"2\"", today().plusDays(9)).text("/errors/0/code"))
                .isEqualTo("not-sooner");
    }

    @Test
    void letsNobodyGivePowerToThemselves() {
        Tokens both =
                Tokens.of("holder")
                        .inMunicipality(LAPUA)
                        .withRoles(Role.COORDINATOR, Role.DECISION_MAKER);
        Answer own = api.put("/decision-powers/" + api.newId(), both, "\"0\"", power("x", ""));

        assertThat(own.status()).isEqualTo(403);
        assertThat(own.text("/reason")).isEqualTo("own-power");
        for (Role role : new Role[] {Role.GRANT_OFFICER, Role.DECISION_MAKER}) {
            Tokens one = Tokens.of("one").inMunicipality(LAPUA).withRoles(role);
            assertThat(
                            api.put("/decision-powers/" + api.newId(), one, "\"0\"", power("x", ""))
                                    .status())
                    .isEqualTo(403);
        }
        assertThat(api.get("/decision-powers").status()).isEqualTo(401);
        assertThat(api.get("/decision-powers", Api.stranger()).status()).isEqualTo(404);
        assertThat(
                        api.get("/decision-powers", Api.person("somebody").inMunicipality(LAPUA))
                                .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"maker\":\"board\"',              '\"maker\":\"king\"',                maker",
        "'\"title\":\"t\"',                  '\"title\":\" \"',                   title",
        "'\"rule\":\"hallintosääntö 25 §\"', '\"rule\":\"\"',                     rule",
        "'\"holders\":[\"holder\"]',         '\"holders\":[]',                    holders",
        "'\"kinds\":[]',                     '\"kinds\":[\"bribe\"]',             kinds[0]",
        "'\"kinds\":[]',                     '\"kinds\":[\"rent\",\"rent\"]',     kinds[1]",
        "'\"kinds\":[]',                     '\"limit\":\"0.00\"',                limit",
        "'\"kinds\":[]',                     '\"limit\":\"-1.00\"',               limit",
        "'\"kinds\":[]',                     '\"limit\":\"1.001\"',               limit",
        "'\"kinds\":[]',                     '\"validUntil\":\"2000-01-01\"',     validUntil",
    })
    void namesTheFieldThatIsWrong(String sound, String wrong, String field) {
        String body =
                """
                {"maker":"board","title":"t","kinds":[],"validFrom":"2026-01-01",\
                "rule":"hallintosääntö 25 §","holders":["holder"]}
                """
                        .strip();
        assertThat(body).contains(sound);

        Answer answer =
                api.put(
                        "/decision-powers/" + api.newId(),
                        coordinator("clerk"),
                        "\"0\"",
                        body.replace(sound, wrong));

        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    private Answer begin(String body) {
        return api.put("/decision-powers/" + api.newId(), coordinator("clerk"), "\"0\"", body);
    }

    private Answer end(Answer power, String seen, LocalDate until) {
        return api.put(
                "/decision-powers/" + power.text("/id") + "/end",
                coordinator("clerk"),
                seen,
                "{\"until\":\"" + until + "\"}");
    }

    private Answer decide(String application, String by, String amount, String title) {
        return decide(application, by, amount, title, api.newId());
    }

    private Answer decide(String application, String by, String amount, String title, String key) {
        return api.post(
                "/applications/" + application + "/decision",
                Tokens.of(by).inMunicipality(LAPUA).withRoles(Role.DECISION_MAKER),
                """
                {"decision":"grant","amount":"%s","maker":{"kind":"official","title":"%s"}}
                """
                        .formatted(amount, title),
                key);
    }

    private String power(String title, String more) {
        return power(title, more, today());
    }

    private static String power(String title, String more, LocalDate from) {
        return """
        {"maker":"official","title":"%s",%s"validFrom":"%s","rule":"hallintosääntö 25 §",\
        "holders":["holder"]}
        """
                .formatted(title, more, from)
                .strip();
    }

    private static Tokens coordinator(String subject) {
        return Tokens.of(subject).inMunicipality(LAPUA).withRoles(Role.COORDINATOR);
    }

    private static Tokens officer() {
        return Api.officer().inMunicipality(LAPUA);
    }

    private LocalDate today() {
        return FinnishTime.today(clock);
    }
}
