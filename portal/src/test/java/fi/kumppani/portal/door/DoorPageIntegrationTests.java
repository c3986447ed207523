package fi.kumppani.portal.door;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The door by forms alone, and who may open it. */
class DoorPageIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String DOOR = FakeDoor.DOOR;
    private static final String EVENT_PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String PAGE = EVENT_PAGE + "/door";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);
    private FakeDoor door = new FakeDoor(events);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
        door = new FakeDoor(events);
    }

    @Test
    void sendsWhoeverIsNotLoggedInToTheLoginAndBack() {
        Page page = browser.open(PAGE + "?lang=sv");

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().getPath()).isEqualTo("/login");
        assertThat(page.location().getQuery()).isEqualTo("to=" + PAGE + "&lang=sv");
        assertThat(askedAtTheDoor()).isZero();
        assertThat(browser.logIn(identityProvider(), "/login?to=" + PAGE).location().getPath())
                .isEqualTo(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/shell"})
    void isNotThereForWhoeverIsNoCoordinatorOfTheMunicipality(String part) {
        browser.logIn(identityProvider(), "/login");
        Browser officer = browser();
        identityProvider().rolesAre("grant-officer");
        officer.logIn(identityProvider(), "/login");

        assertThat(browser.open("/m/179/events/" + Facts.EVENT + "/door" + part).status())
                .isEqualTo(404);
        assertThat(officer.open(PAGE + part).status()).isEqualTo(404);
        assertThat(askedAtTheDoor()).isZero();
    }

    @Test
    void believesTheServiceMoreThanItsOwnSession() {
        browser.logIn(identityProvider(), "/login");
        events.on("GET " + DOOR + "/guests", Reply.problem(403, "missing-role"));
        assertThat(browser.open(PAGE).status()).isEqualTo(404);

        events.on("GET " + DOOR + "/guests", Reply.problem(401, "unauthenticated"));
        assertThat(browser.open(PAGE).location().getPath()).isEqualTo("/login");
    }

    @Test
    void sendsWhoeverWasLoggedInToTheLoginWhenThatIsOver() {
        identityProvider().tokensLive(Duration.ofSeconds(30));
        browser.logIn(identityProvider(), "/login");
        identityProvider().refuseRenewal();

        assertThat(browser.open(PAGE).location().getPath()).isEqualTo("/login");
    }

    @Test
    void showsWhoIsExpectedAndWhoHasCome() {
        door.arrivedElsewhere(4, 3);
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(PAGE + "?lang=en");
        Document html = page.html();

        assertThat(html.select(".by-forms .guests li").eachText())
                .hasSize(5)
                .noneMatch(row -> row.contains("Jonottaja"));
        assertThat(html.select(".by-forms .guests li").get(0).text())
                .contains("Aino Esimerkki", "no. 1", "Association");
        assertThat(html.select(".by-forms .guests li").get(3).text().replace('\u00a0', ' '))
                .contains("4 seats", "Came at 17.02", "3 of 4 have come");
        assertThat(html.select(".by-forms .guests li").get(4).select("b")).isEmpty();
        assertThat(html.select("#door-code").text()).isEqualTo("KX7P2M");
        assertThat(html.select(".figures dd").eachText()).containsExactly("3", "8", "0");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(events.asked())
                .filteredOn(asked -> asked.path().startsWith(DOOR))
                .allSatisfy(
                        asked ->
                                assertThat(asked.header("Authorization").getFirst())
                                        .startsWith("Bearer access-"));
    }

    @Test
    void isLinkedFromTheEventForCoordinatorsAlone() {
        assertThat(browser.open(EVENT_PAGE).html().select("a[href$=/door]")).isEmpty();
        browser.logIn(identityProvider(), "/login");
        Browser officer = browser();
        identityProvider().rolesAre("grant-officer");
        officer.logIn(identityProvider(), "/login");

        assertThat(browser.open(EVENT_PAGE).html().select("a[href$=/door]").attr("href"))
                .isEqualTo(PAGE);
        assertThat(officer.open(EVENT_PAGE).html().select("a[href$=/door]")).isEmpty();
    }

    @Test
    void checksInByNumberAndByTicketAndTakesBack() {
        browser.logIn(identityProvider(), "/login");

        Page byNumber = submit("/arrivals", Map.of("shown", " 4 ", "people", "2"));
        Page byTicket =
                submit("/arrivals", Map.of("shown", FakeDoor.ticket(2), "category", "staff"));
        Page unknown = submit("/arrivals", Map.of("shown", "AQAAAA"));

        assertThat(byNumber.html().select("#door-said").text()).isEqualTo("4: tullut.");
        assertThat(byTicket.html().select("#door-said").text()).isEqualTo("2: tullut.");
        assertThat(unknown.html().select("#door-said").text()).startsWith("–: tällä numerolla");
        assertThat(door.notes())
                .satisfiesExactly(
                        note -> {
                            assertThat(note.get("number").asLong()).isEqualTo(4);
                            assertThat(note.get("people").asInt()).isEqualTo(2);
                            assertThat(note.get("id").asString()).matches("[A-Za-z0-9-]{8,64}");
                        },
                        note -> {
                            assertThat(note.get("ticket").asString()).isEqualTo(FakeDoor.ticket(2));
                            assertThat(note.get("category").asString()).isEqualTo("staff");
                        },
                        note -> assertThat(note.get("ticket").asString()).isEqualTo("AQAAAA"));

        events.on("DELETE " + DOOR + "/arrivals/4", Reply.with(204, "application/json", ""));
        assertThat(submit("/mistakes", Map.of("number", "4")).html().select("#door-said").text())
                .isEqualTo("Merkintä otettiin takaisin.");
    }

    @Test
    void notesTheSameFormSentTwiceOnce() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = withToken(Map.of("category", "resident", "people", "3"));

        browser.submit(PAGE + "/people", form);
        Page again = browser.submit(PAGE + "/people", form);

        assertThat(again.html().select("#door-said").text()).isEqualTo("Tämä oli jo merkitty.");
        assertThat(door.notes()).hasSize(1);
        assertThat(again.html().select(".so-far[data-category=resident]").text()).isEqualTo("3");
    }

    @Test
    void countsPeopleAndTakesThemBack() {
        browser.logIn(identityProvider(), "/login");

        Page counted = submit("/people", Map.of("category", "resident", "people", "1"));
        String note = counted.html().select("#door-said [name=note]").val();
        submit("/mistakes", Map.of("note", note));

        assertThat(door.notes().getLast().get("takesBack").asString()).isEqualTo(note);
    }

    @Test
    void givesSeatsToWhoeverIsNotRegistered() {
        browser.logIn(identityProvider(), "/login");
        events.on(
                "POST " + DOOR + "/walk-ins",
                Reply.json(200, "{\"id\":\"x\",\"result\":\"arrived\",\"number\":81}"));
        Map<String, String> two = Map.of("category", "other", "people", "2", "seated", "true");
        Page page = submit("/people", two);

        assertThat(page.html().select("#door-said").text()).contains("numerolle 81");
        Asked sent = sent("/walk-ins");
        assertThat(sent.body()).isEqualTo("{\"category\":\"other\",\"people\":2,\"seated\":true}");
        assertThat(sent.header("Idempotency-Key")).hasSize(1);

        events.on(
                "POST " + DOOR + "/walk-ins", Reply.problem(409, "{\"reason\":\"no-seat-free\"}"));
        assertThat(submit("/people", two).html().select("#door-said").text())
                .startsWith("Paikkoja ei ole vapaana");
    }

    @Test
    void savesWhatWasCountedInTheRoom() {
        browser.logIn(identityProvider(), "/login");
        events.on(
                "PUT " + DOOR + "/head-count",
                Reply.json(200, "{\"expected\":8,\"people\":9,\"registered\":0,\"walkedIn\":0}"));
        String seen = browser.open(PAGE).html().select("[name=seen]").val();

        Page page = submit("/head-count", Map.of("seen", seen, "resident", "9", "staff", "0"));

        assertThat(page.html().select("#door-said").text()).isEqualTo("Laskenta on tallennettu.");
        assertThat(sent("/head-count").header("If-Match")).containsExactly("\"0\"");
        assertThat(sent("/head-count").body()).contains("\"resident\":9", "\"staff\":0");
        assertThat(submit("/head-count", Map.of("seen", seen, "staff", "x")).status())
                .isEqualTo(422);
        events.on("PUT " + DOOR + "/head-count", Reply.problem(412, "stale"));
        assertThat(submit("/head-count", Map.of("seen", seen)).html().select("#door-said").text())
                .startsWith("Joku muu tallensi");
    }

    @Test
    void findsByNameWithoutTheNameInAnAddress() {
        browser.logIn(identityProvider(), "/login");
        events.on(
                "POST " + DOOR + "/searches",
                Reply.json(
                        200,
                        """
                        {"items":[{"number":3,"name":"Cecilia","status":"confirmed","seats":1,"people":0}]}
                        """));

        Page page = submit("/searches", Map.of("name", "ceci"));

        assertThat(page.html().select(".by-forms .guests .called").eachText())
                .containsExactly("Cecilia");
        assertThat(events.asked())
                .noneMatch(asked -> (asked.path() + asked.query()).contains("ceci"));
        assertThat(page.html().html()).doesNotContain("name=ceci");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/door/people", "/%64oor/people", "/door/arrivals", "/d%6For/mistakes"})
    void asksForATokenOfForms(String form) {
        browser.logIn(identityProvider(), "/login");

        Page page =
                browser.submit(
                        EVENT_PAGE + form,
                        Map.of("category", "other", "shown", "1", "number", "1"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(askedAtTheDoor()).isZero();
    }

    @Test
    void keepsNobodysNameInThePageForDevices() {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.open(PAGE + "/shell?lang=fi");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("Esimerkki", "coordinator.seinajoki", "KX7P2M");
        assertThat(page.html().select("#door").attr("data-until"))
                .isEqualTo("2099-09-23T19:00:00Z");
        assertThat(askedAtTheDoor()).isZero();
    }

    @Test
    void letsThePageAloneUseTheCameraAndItsWorkerLookAfterIt() {
        browser.logIn(identityProvider(), "/login");

        Page worker = browser.open(PAGE + "/worker.js");

        assertThat(browser.open(PAGE).header("Permissions-Policy")).startsWith("camera=(self),");
        assertThat(browser.open(EVENT_PAGE).header("Permissions-Policy")).startsWith("camera=(),");
        assertThat(worker.header("Service-Worker-Allowed")).isEqualTo(PAGE);
        assertThat(worker.header("Content-Type")).startsWith("text/javascript");
        assertThat(worker.header("Cache-Control")).contains("no-cache");
    }

    private long askedAtTheDoor() {
        return events.asked().stream().filter(asked -> asked.path().startsWith(DOOR)).count();
    }

    private Asked sent(String path) {
        return events.asked().reversed().stream()
                .filter(asked -> asked.path().equals(DOOR + path) && !asked.method().equals("GET"))
                .findFirst()
                .orElseThrow();
    }

    private Page submit(String path, Map<String, String> fields) {
        return browser.submit(PAGE + path, withToken(fields));
    }

    private Map<String, String> withToken(Map<String, String> fields) {
        Document page = browser.open(PAGE).html();
        Map<String, String> form = new LinkedHashMap<>(fields);
        form.put("_csrf", page.select("#door-others [name=_csrf]").val());
        form.put("key", page.select("#door-others [name=key]").val());
        return form;
    }
}
