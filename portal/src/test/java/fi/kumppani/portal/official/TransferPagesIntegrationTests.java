package fi.kumppani.portal.official;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Forms;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** Moving an application to another call. */
class TransferPagesIntegrationTests extends PortalUnderTest {

    private static final String PAGE = FakeWork.PAGE + "/transfer";
    private static final String TRANSFER = "PUT " + FakeWork.APPLICATION + "/transfer";

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAnApplication() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        grants.on(TRANSFER, exchange -> moved(grants.last("PUT")).answer(exchange));
        identityProvider().rolesAre("grant-officer");
        browser.logIn(identityProvider(), "/login");
    }

    /** The other call asks for more than the application has. */
    private static Reply moved(Asked asked) {
        if (!asked.header("If-Match").equals(List.of("\"4\""))) {
            return Reply.problem(412, "{}");
        }
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        if (!body.path("callId").asString().equals("c2")) {
            return wrong("callId");
        }
        JsonNode supplement = body.path("supplement");
        if (!supplement.isObject()) {
            return wrong("supplement");
        }
        if (supplement.path("what").isEmpty() || !supplement.has("dueOn")) {
            return Reply.problem(400, "{}");
        }
        return supplement.path("dueOn").asString().compareTo("2099") < 0
                ? wrong("supplement.dueOn")
                : Reply.json(200, "{\"applicationId\":\"a9\",\"callId\":\"c2\"}");
    }

    private static Reply wrong(String field) {
        return Reply.problem(
                422, "{\"errors\":[{\"field\":\"%s\",\"code\":\"required\"}]}".formatted(field));
    }

    @Test
    void letsOfficersInAndNobodyElse() {
        assertThat(browser().open(PAGE).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("decision-maker");
        Browser decider = browser();
        decider.logIn(identityProvider(), "/login");
        assertThat(decider.open(PAGE).status()).isEqualTo(404);
        assertThat(decider.open(FakeWork.PAGE).html().select("main a").eachAttr("href"))
                .doesNotContain(PAGE);
        assertThat(browser.open(PAGE.replace("743", "179")).status()).isEqualTo(404);
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(PAGE + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
    }

    @Test
    void refusesAFormWithoutItsToken() {
        assertThat(browser.submit(PAGE, Map.of("callId", "c2")).status()).isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void movesItAndSaysWhereItWent() {
        assertThat(browser.open(FakeWork.PAGE).html().select("main a").eachAttr("href"))
                .contains(PAGE);
        Document html = browser.open(PAGE).html();
        assertThat(html.select("#callId option").eachAttr("value")).containsExactly("", "c2");
        Map<String, String> form = Forms.filled(html, 0);
        Page empty = browser.submit(PAGE, form);
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#callId");

        form.put("callId", "c2");
        Page lacking = browser.submit(PAGE, form);
        assertThat(lacking.status()).isEqualTo(422);
        assertThat(lacking.html().select("[id='what.fi-wrong']").text())
                .contains("mitä hakemuksessa ei ole");
        assertThat(lacking.html().select("#callId option[selected]").val()).isEqualTo("c2");

        form.put("what.sv", "Budget");
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#dueOn");
        form.put("dueOn", "1.3.2026");
        assertThat(browser.submit(PAGE, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#dueOn");
        form.put("dueOn", "1.3.2099");
        assertThat(browser.submit(PAGE, form).location().toString()).endsWith("?done=transfer");
        assertThat(JsonMapper.shared().readTree(grants.last("PUT").body()))
                .isEqualTo(
                        JsonMapper.shared()
                                .readTree(
                                        """
                                        {"callId":"c2","supplement":{"what":{"sv":"Budget"},"dueOn":"2099-03-01"}}
                                        """));

        FakeWork.applicationIs(grants, "transferred", "\"transferredTo\":\"a9\",");
        Document after = browser.open(FakeWork.PAGE + "?done=transfer").html();
        assertThat(after.select("[role=status]").text()).contains("siirretty toiseen hakuun");
        assertThat(after.select("main a").eachAttr("href"))
                .contains(FakeWork.WORK + "/applications/a9")
                .doesNotContain(PAGE);
        assertThat(browser.submit(PAGE, form).location().getPath()).isEqualTo(FakeWork.PAGE);
    }

    @ParameterizedTest
    @CsvSource({
        "call-closed, jo päättynyt",
        "over-cap, enemmän kuin haku myöntää",
        "already-applied, niin monta hakemusta",
        "being-supplemented, vielä aikaa"
    })
    void saysWhyItStays(String reason, String text) {
        Map<String, String> form = filled();
        grants.on(TRANSFER, FakeWork.refused(reason));

        Page refused = browser.submit(PAGE, form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(Forms.alert(refused)).contains(text);
    }

    @Test
    void losesNothingWhenSomebodyWasFasterOrTheServiceIsAway() {
        Map<String, String> form = filled();
        form.put("seen", "\"3\"");
        Page stale = browser.submit(PAGE, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[name='what.fi']").text()).isEqualTo("Talousarvio");
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"4\"");

        grants.on(TRANSFER, exchange -> exchange.close());
        Page away = browser.submit(PAGE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name='what.fi']").text()).isEqualTo("Talousarvio");

        grants.on("GET " + FakeWork.APPLICATION, Reply.problem(503, "away"));
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(503);
        FakeWork.applicationIs(grants, "submitted", "");
        Document again = browser.open(PAGE).html();
        assertThat(again.select("[name='what.fi']").text()).isEqualTo("Talousarvio");
        assertThat(again.select("[role=alert]").text()).contains("tallella");
    }

    private Map<String, String> filled() {
        Map<String, String> form = Forms.filled(browser.open(PAGE).html(), 0);
        form.put("callId", "c2");
        form.put("what.fi", "Talousarvio");
        form.put("dueOn", "2099-03-01");
        return form;
    }
}
