package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.PAGE;
import static fi.kumppani.portal.testing.Forms.alert;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
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
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Map;

/** The parts of an event that are written on pages of their own, without scripts. */
class EventPartPagesIntegrationTests extends PortalUnderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROGRAMME = PAGE + "/programme";
    private static final String QUOTAS = PAGE + "/quotas";
    private static final String GROUPS = PAGE + "/groups";
    private static final String AUDIENCE = PAGE + "/audience";
    private static final String TASKS = PAGE + "/tasks";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void haveAnEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/743/networks",
                        FakeOrganised.listing(
                                "{\"id\":\"n1\",\"name\":{\"fi\":\"Kylät\"},\"status\":\"ended\"}",
                                "{\"id\":\"n2\",\"name\":{\"fi\":\"Seurat\"},\"status\":\"active\"}",
                                "{\"id\":\"n3\",\"name\":{\"fi\":\"Vanha\"},\"status\":\"ended\"}"));
        FakeOrganised.event(events, "published");
        browser.logIn(identityProvider(), "/login");
    }

    @ParameterizedTest
    @ValueSource(strings = {"programme", "audience", "quotas", "groups", "tasks"})
    void isThereFromTheDeskAndSavesWhatIsThereAsItWas(String part) {
        assertThat(browser.open(PAGE).html().select("main a").eachAttr("href"))
                .contains(PAGE + "/" + part);
        String path = PAGE + "/" + part;

        Page saved = browser.submit(path, form(path));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.location().getPath()).isEqualTo(PAGE);
        assertThat(saved.location().getQuery()).isEqualTo("done=saved");
        boolean isTasks = part.equals("tasks");
        JsonNode told = JSON.readTree(FakeOrganised.whole("published"));
        JsonNode sent = put(isTasks ? EVENT + "/tasks" : EVENT);
        if (!isTasks) {
            assertThat(sent.at("/registration/admitted").asString()).isEqualTo("members");
            assertThat(sent.at("/registration").has("formVersion")).isFalse();
            assertThat(sent.at("/capacity").asInt()).isEqualTo(80);
            assertThat(sent.at("/minimum/atLeast").asInt()).isEqualTo(10);
            assertThat(sent.at("/minimum").has("assured")).isFalse();
            for (String member :
                    List.of(
                            "title",
                            "theme",
                            "description",
                            "venue",
                            "startsAt",
                            "endsAt",
                            "registrationDeadline",
                            "coffeeFrom",
                            "enrolment",
                            "attendance",
                            "programme",
                            "audience",
                            "areas",
                            "organisers",
                            "seriesId",
                            "networkId",
                            "region")) {
                assertThat(sent.at("/" + member)).as(member).isEqualTo(told.at("/" + member));
            }
            for (String rule : List.of("quotas", "workshops", "questions", "remindBefore")) {
                assertThat(sent.at("/registration/" + rule))
                        .as(rule)
                        .isEqualTo(told.at("/registration/" + rule));
            }
        } else {
            assertThat(sent.at("/tasks/0/id").asString()).isEqualTo("1");
            assertThat(sent.at("/tasks/0/materials").toString())
                    .isEqualTo(
                            "[{\"what\":{\"fi\":\"säkkiä\",\"sv\":\"säckar\"},\"amount\":20},"
                                    + "{\"what\":{\"fi\":\"haravaa\"},\"amount\":5}]");
            assertThat(sent.at("/tasks/1/takenBy/associationId").asString()).isEqualTo("a1");
            assertThat(sent.at("/tasks/1/done").asBoolean()).isTrue();
        }
    }

    @Test
    void addsMovesAndRemovesRowsWithoutSavingOrLosingAnything() {
        Map<String, String> form = form(PROGRAMME);
        form.put("programme-0.text.sv", "Juuri kirjoitettu");
        form.put("act", "add.programme");
        Page added = browser.submit(PROGRAMME, form);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.html().select("fieldset[autofocus]").attr("id")).isEqualTo("programme-2");
        assertThat(added.html().select("[role=status]").text())
                .contains("ei ole vielä tallennettu");

        form = own(added.html());
        form.put("programme-2.text.fi", "Kahvit");
        form.put("act", "up.programme.2");
        form = own(browser.submit(PROGRAMME, form).html());
        assertThat(form.get("programme-1.text.fi")).isEqualTo("Kahvit");
        form.put("act", "down.programme.0");
        form = own(browser.submit(PROGRAMME, form).html());
        assertThat(form.get("programme-1.text.sv")).isEqualTo("Juuri kirjoitettu");
        form.put("act", "remove.programme.2");
        form = own(browser.submit(PROGRAMME, form).html());
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));

        form.put("programme-0.startsAt.time", "16.30");
        form.put("act", "save");
        assertThat(browser.submit(PROGRAMME, form).status()).isEqualTo(302);
        assertThat(put(EVENT).at("/programme").toString())
                .isEqualTo(
                        "[{\"text\":{\"fi\":\"Kahvit\"},\"startsAt\":\"2099-09-23T13:30:00Z\"},"
                                + "{\"text\":{\"fi\":\"Katsaus\",\"sv\":\"Juuri kirjoitettu\"},"
                                + "\"startsAt\":\"2099-09-23T14:10:00Z\"}]");
    }

    @Test
    void endsWithAnEmptyListWhenAllRowsAreRemoved() {
        Map<String, String> form = form(QUOTAS);
        form.put("act", "remove.quotas.0");
        Document html = browser.submit(QUOTAS, form).html();
        assertThat(html.select("fieldset.apart")).hasSize(1);
        assertThat(html.select("[name=quotas-0.id]").val()).isEmpty();
        form = own(html);
        form.put("act", "save");

        browser.submit(QUOTAS, form);

        assertThat(put(EVENT).at("/registration/quotas").isEmpty()).isTrue();
        assertThat(put(EVENT).at("/registration/quotas").isArray()).isTrue();
    }

    @Test
    void keepsSeatsForMoreOfThem() {
        Map<String, String> form = form(QUOTAS);
        form.put("quotas-1.title.fi", "Kylät");
        form.put("quotas-1.id", "");
        form.put("quotas-1.seats", "paljon");
        Page refused = browser.submit(QUOTAS, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#quotas-1.seats");
        assertThat(refused.html().select("[name=quotas-1.title.fi]").val()).isEqualTo("Kylät");

        form.put("quotas-1.seats", "30");
        browser.submit(QUOTAS, form);

        assertThat(put(EVENT).at("/registration/quotas").toString())
                .isEqualTo(
                        "[{\"id\":\"clubs\",\"title\":{\"fi\":\"Seurat\"},\"seats\":40},"
                                + "{\"id\":\"no-1\",\"title\":{\"fi\":\"Kylät\"},\"seats\":30}]");
    }

    @ParameterizedTest
    @CsvSource({
        "quotas, registration.quotas[0].seats, #quotas-0.seats",
        "quotas, registration.quotas.clubs.fi, #quotas-0.title.fi",
        "programme, programme[1].startsAt, #programme-1.startsAt.time",
        "programme, programme[0].text, #programme-0.text.fi",
        "groups, registration.workshops.groups[0].title, #groups-0.title.fi",
        "audience, areas[0].name.fi, #areas-0.name.fi",
        "audience, audience[0], #audience",
        "tasks, tasks[1].takenBy.name, #tasks-1.takenBy.name.fi",
        "tasks, tasks[0].materials[1].what, #tasks-0.materials.fi"
    })
    void putsWhatTheServiceRefusesBesideTheField(String part, String field, String link) {
        String path = PAGE + "/" + part;
        Map<String, String> form = form(path);
        events.on(
                "PUT " + (part.equals("tasks") ? EVENT + "/tasks" : EVENT),
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"" + field + "\",\"code\":\"size\"}]}"));

        Page refused = browser.submit(path, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href")).containsExactly(link);
        assertThat(refused.html().text()).doesNotContain("??");
    }

    @Test
    void namesTheGroupsAndWhoBelongsToThem() {
        Map<String, String> form = form(GROUPS);
        form.put("byClass", "true");
        form.put("groups-0.classes", "4");
        form.put("groups-0.seats", "12");

        browser.submit(GROUPS, form);

        assertThat(put(EVENT).at("/registration/workshops").toString())
                .isEqualTo(
                        "{\"byClass\":true,\"groups\":[{\"id\":\"culture\","
                            + "\"title\":{\"fi\":\"Kulttuuri\"},\"seats\":12,\"classes\":[\"4\"]}]}");
        assertThat(put(EVENT).at("/registration/quotas/0/id").asString()).isEqualTo("clubs");
    }

    @Test
    void choosesTheNetworkAndThoseItIsMeantFor() {
        Document html = browser.open(AUDIENCE).html();
        assertThat(html.select("#networkId option").eachText())
                .containsExactly("Ei mikään verkosto", "Kylät", "Seurat");
        Map<String, String> form = Forms.filled(html, 0);
        assertThat(form.get("networkId")).isEqualTo("n1");
        form.put("networkId", "n2");
        form.put("audience", "families");
        form.put("areas-0.postcode", "605");
        Page refused = browser.submit(AUDIENCE, form);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#areas-0.postcode");

        form.put("areas-0.postcode", "60510");
        browser.submit(AUDIENCE, form);

        assertThat(put(EVENT).at("/networkId").asString()).isEqualTo("n2");
        assertThat(put(EVENT).at("/audience").toString()).isEqualTo("[\"families\"]");
        assertThat(put(EVENT).at("/areas/0/postcode").asString()).isEqualTo("60510");
        assertThat(put(EVENT).at("/organisers/0/municipality").asString()).isEqualTo("052");

        events.on(
                "PUT " + EVENT,
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"networkId\",\"code\":\"required\"}]}"));
        form.put("networkId", "");
        assertThat(alert(browser.submit(AUDIENCE, form))).contains("joten verkosto tarvitaan");
    }

    @Test
    void findsNoNetworksAwayAndLosesNone() {
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/743/networks", exchange -> exchange.close());

        assertThat(Forms.filled(browser.open(AUDIENCE).html(), 0).get("networkId")).isEqualTo("n1");
    }

    @Test
    void saysWhoDoesWhatAndWithWhat() {
        Map<String, String> form = form(TASKS);
        assertThat(form.get("tasks-0.materials.fi")).isEqualTo("20 säkkiä\n5 haravaa");
        assertThat(form.get("tasks-0.materials.sv")).isEqualTo("20 säckar\n5");
        form.put("tasks-0.materials.sv", "21 säckar\n5");
        assertThat(browser.submit(TASKS, form).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#tasks-0.materials.sv");
        form.put("tasks-0.materials.sv", "20 säckar\n5 krattor");
        form.put("tasks-0.takenBy.name.fi", "Koordinaattori");
        form.put("tasks-1.takenBy.name.fi", "Martat");

        browser.submit(TASKS, form);

        JsonNode sent = put(EVENT + "/tasks");
        assertThat(sent.at("/tasks/0/materials/1/what/sv").asString()).isEqualTo("krattor");
        assertThat(sent.at("/tasks/0/takenBy").toString())
                .isEqualTo("{\"name\":{\"fi\":\"Koordinaattori\"}}");
        assertThat(sent.at("/tasks/1/takenBy").has("associationId"))
                .as("another name is another association")
                .isFalse();
    }

    @Test
    void keepsBothTextsWhenSomebodyElseWasFaster() {
        Map<String, String> form = form(PROGRAMME);
        form.put("programme-0.text.fi", "Oma kohta");
        form.put("seen", "\"5\"");

        Page stale = browser.submit(PROGRAMME, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[name=programme-0.text.fi]").text()).isEqualTo("Oma kohta");
        assertThat(stale.html().select(".saved .lines").text()).contains("Katsaus");
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"6\"");
        events.on("PUT " + EVENT, exchange -> exchange.close());
        Page away = browser.submit(PROGRAMME, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=programme-0.text.fi]").text()).isEqualTo("Oma kohta");
    }

    @Test
    void isNotThereForOthersOrWhereTheEventHasNoSuchPart() {
        Map<String, String> form = form(QUOTAS);
        form.remove("_csrf");
        assertThat(browser.submit(QUOTAS, form).status()).as("without its token").isEqualTo(403);
        assertThat(browser.open(PAGE + "/nonsense").status()).isEqualTo(404);
        FakeOrganised.is(
                events,
                FakeOrganised.whole("published").replace("\"registration\":{", "\"none\":{"));
        assertThat(browser.open(QUOTAS).status()).isEqualTo(404);
        assertThat(browser.open(PAGE).html().select("main a").eachAttr("href"))
                .doesNotContain(QUOTAS, GROUPS)
                .contains(PROGRAMME);
        FakeOrganised.is(events, FakeOrganised.whole("cancelled"));
        assertThat(browser.open(PROGRAMME).status()).isEqualTo(404);
        Browser nobody = browser();
        assertThat(nobody.open(PROGRAMME).location().getPath()).isEqualTo("/login");
        identityProvider().rolesAre("association-representative");
        Browser representative = browser();
        representative.logIn(identityProvider(), "/login");
        assertThat(representative.open(PROGRAMME).status()).isEqualTo(404);
    }

    @Test
    void heedsNoFieldThatItsFormDoesNotShow() {
        Map<String, String> form = form(PROGRAMME);
        form.put("title.fi", "Kaapattu");
        form.put("status", "published");
        form.put("registration.admitted", "anyone");
        form.put("registration.quotas", "x");
        form.put("quotas-0.seats", "9999");
        form.put("programme-0.id", "7");

        browser.submit(PROGRAMME, form);

        JsonNode sent = put(EVENT);
        assertThat(sent.at("/registration/admitted").asString()).isEqualTo("members");
        assertThat(sent.at("/registration/quotas/0/seats").asInt()).isEqualTo(40);
        assertThat(sent.toString()).doesNotContain("Kaapattu", "\"status\"", "\"7\"");
    }

    private Map<String, String> form(String path) {
        return own(browser.open(path).html());
    }

    private static Map<String, String> own(Document html) {
        return Forms.filled(html, 0);
    }

    private JsonNode put(String path) {
        return JSON.readTree(
                events.asked().reversed().stream()
                        .filter(asked -> asked.method().equals("PUT") && asked.path().equals(path))
                        .findFirst()
                        .map(Asked::body)
                        .orElseThrow());
    }
}
