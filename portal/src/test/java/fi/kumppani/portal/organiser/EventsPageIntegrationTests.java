package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.LIST;
import static fi.kumppani.portal.organiser.FakeOrganised.M;
import static fi.kumppani.portal.organiser.FakeOrganised.PAGE;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of events in all states, the work page of one, and what is done with it. */
class EventsPageIntegrationTests extends PortalUnderTest {

    private static final List<String> PAGES =
            List.of(
                    LIST,
                    LIST + "/new",
                    PAGE,
                    PAGE + "/edit",
                    PAGE + "/cancellation",
                    PAGE + "/participants",
                    PAGE + "/participants/1/cancellation",
                    PAGE + "/memo",
                    PAGE + "/memo/publication");

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void haveAnEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        FakeOrganised.event(events, "published");
    }

    @Test
    void letsCoordinatorsOfTheMunicipalityInAndNobodyElse() {
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        for (String path : PAGES) {
            Page nobody = browser().open(path);
            assertThat(nobody.status()).as(path).isEqualTo(302);
            assertThat(nobody.location().getQuery()).isEqualTo("to=" + path);
            assertThat(officer.open(path).status()).as(path).isEqualTo(404);
        }
        assertThat(events.asked()).isEmpty();

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        for (String path : PAGES) {
            assertThat(browser.open(path).status()).as(path).isEqualTo(200);
            assertThat(browser.open(path.replace("/743/", "/179/")).status())
                    .as(path)
                    .isEqualTo(404);
            assertThat(browser.submit(path, Map.of("reason.fi", "x")).status())
                    .as("a form without its token: " + path)
                    .isIn(403, 405);
        }
        assertThat(events.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        browser.logIn(identityProvider(), "/login");
        for (String path : PAGES) {
            Document html = browser.open(path + "?lang=" + language).html();
            assertThat(html.text()).as(path).doesNotContain("??");
            assertThat(html.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void listsEventsInAllStatesAndFindsThoseLookedFor() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(LIST).html();

        assertThat(html.select("tbody tr:lt(3) td:nth-of-type(2)").eachText())
                .containsExactly("Luonnos", "Ilmoittautuminen auki", "Peruttu");
        assertThat(html.select("tbody th a").eachAttr("href")).containsOnly(PAGE);
        assertThat(html.select("tbody th").getFirst().text()).isEqualTo("Järjestöilta <b>2099</b>");
        assertThat(html.select("tbody tr:eq(1) .number").eachText()).containsExactly("68/80", "3");
        assertThat(html.select("a[href='" + LIST + "/new']")).hasSize(1);
        assertThat(asked("GET", M + "/own-events").query()).startsWith("status=&text=&from=&to=");
        assertThat(html.select("main .notice").text()).contains("vain ensimmäiset 15");

        Document found =
                browser.open(LIST + "?state=draft&text=ilta&from=2099-01-01&to=nonsense").html();
        assertThat(asked("GET", M + "/own-events").query())
                .contains("status=draft", "text=ilta", "from=2099-01-01", "to=&", "limit=200");
        assertThat(found.select("thead a").eachAttr("href"))
                .hasSize(6)
                .allMatch(href -> href.contains("?state=draft&text=ilta&from=2099-01-01"));

        events.on("GET " + M + "/own-events", FakeOrganised.listing());
        assertThat(text(browser.open(LIST + "?state=draft").html())).contains("Hakua vastaavia");
        events.on("GET " + M + "/own-events", exchange -> exchange.close());
        Page away = browser.open(LIST);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[role=status]").text()).contains("ei juuri nyt vastaa");
    }

    private void haveThree() {
        events.on(
                "GET " + M + "/own-events",
                FakeOrganised.listing(
                        event("e1", FakeOrganised.whole("published"), "Öinen ilta"),
                        event("e2", FakeOrganised.held(), "=Aamu"),
                        event(
                                "e3",
                                FakeOrganised.whole("draft").replace("2099-09", "2099-08"),
                                "Kevät")));
        browser.logIn(identityProvider(), "/login");
    }

    private static String event(String id, String event, String title) {
        return event.replace(Facts.EVENT, id)
                .replaceFirst("\"fi\":\"Järjestöilta[^\"]*\"", "\"fi\":\"" + title + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "'', e3 e1 e2",
        "-when, e2 e1 e3",
        "starts, e2 e3 e1",
        "title, e2 e3 e1",
        "-title, e1 e3 e2",
        "wine, e3 e1 e2"
    })
    void putsEventsInOrder(String sort, String order) {
        haveThree();

        Document html = browser.open(LIST + "?text=a&sort=" + sort).html();

        assertThat(html.select("tbody a").eachAttr("href"))
                .containsExactly(
                        Stream.of(order.split(" "))
                                .map(id -> LIST + "/" + id)
                                .toArray(String[]::new));
        assertThat(html.select("th a.sort").eachAttr("href"))
                .allMatch(href -> href.startsWith(LIST + "?text=a&sort="));
        assertThat(html.select("tbody tr:contains(päättynyt) a").eachAttr("href"))
                .containsExactly(LIST + "/e2");
    }

    @Test
    void givesEventsToASpreadsheetInTheirOrder() {
        haveThree();

        Page table = browser.open(LIST + "/list.csv?text=a&sort=title&lang=en");

        assertThat(asked("GET", M + "/own-events").query()).contains("text=a");
        assertThat(table.header("Content-Disposition")).contains("events.csv");
        assertThat(table.body().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("\ufeffEvent", "'=Aamu", "Kevät", "Öinen ilta");
        assertThat(table.body())
                .contains("Öinen ilta,Registration open,2099-09-23T14:00:00Z", ",68,80,3\r\n");
        assertThat(browser.open(LIST + "/list.xlsx").header("Content-Type"))
                .contains("spreadsheetml");
        assertThat(browser().open(LIST + "/list.csv").location().getPath()).isEqualTo("/login");
        events.on("GET " + M + "/own-events", exchange -> exchange.close());
        assertThat(browser.open(LIST + "/list.csv").status()).isEqualTo(503);
    }

    @Test
    void isFoundFromTheEventsByCoordinatorsAlone() {
        for (String path : List.of("/m/743", "/m/743/events")) {
            assertThat(browser().open(path).html().select("a[href='" + LIST + "']")).isEmpty();
        }
        browser.logIn(identityProvider(), "/login");
        for (String path : List.of("/m/743", "/m/743/events")) {
            assertThat(browser.open(path).html().select("a[href='" + LIST + "']")).hasSize(1);
        }
        String event = "/m/743/events/" + Facts.EVENT;
        assertThat(browser.open(event).html().select("a[href='" + PAGE + "']")).hasSize(1);
        assertThat(browser().open(event).html().select("a[href='" + PAGE + "']")).isEmpty();
    }

    @Test
    void showsHowAnEventStandsAndTheWayToItsWork() {
        browser.logIn(identityProvider(), "/login");
        String event = "/m/743/events/" + Facts.EVENT;

        Document html = browser.open(PAGE).html();

        assertThat(html.select(".figures dd").eachText()).containsExactly("68", "3", "12", "80");
        assertThat(html.select("main li a").eachAttr("href"))
                .contains(
                        PAGE + "/edit",
                        PAGE + "/participants",
                        PAGE + "/memo",
                        event + "/door",
                        event + "/decision",
                        event + "/feedback",
                        event + "/feedback/results",
                        LIST + "/new?copy=" + Facts.EVENT);
        assertThat(html.select(".moves a").eachAttr("href"))
                .containsExactly(PAGE + "/postponement", PAGE + "/cancellation");

        FakeOrganised.is(events, FakeOrganised.whole("draft"));
        Document draft = browser.open(PAGE).html();
        assertThat(draft.select(".moves a").eachAttr("href"))
                .containsExactly(PAGE + "/publication", PAGE + "/removal");
        assertThat(draft.select("main a[href^='" + event + "']")).isEmpty();
        FakeOrganised.is(events, FakeOrganised.held());
        assertThat(browser.open(PAGE).html().select(".moves a").eachAttr("href"))
                .containsExactly(PAGE + "/archive");
        FakeOrganised.is(events, FakeOrganised.whole("cancelled"));
        Document cancelled = browser.open(PAGE).html();
        assertThat(cancelled.select(".moves")).isEmpty();
        assertThat(cancelled.select("main a[href$='/edit']")).isEmpty();
        assertThat(text(cancelled)).contains("Sali on suljettu");
    }

    @ParameterizedTest
    @CsvSource({
        "draft, publication, PUT",
        "draft, removal, DELETE",
        "published, postponement, POST",
        "published, cancellation, POST"
    })
    void asksFirstAndThenDoesWhatItSays(String status, String move, String method) {
        FakeOrganised.event(events, status);
        browser.logIn(identityProvider(), "/login");
        String path = PAGE + "/" + move;
        Document html = browser.open(path).html();
        boolean isReasoned = method.equals("POST");
        assertThat(html.select("textarea")).hasSize(isReasoned ? 3 : 0);
        assertThat(text(html)).contains(isReasoned ? "71 henkeä" : "lähde kenellekään");
        Map<String, String> form = fields(html.select("main form").getFirst());

        if (isReasoned) {
            Page unsaid = browser.submit(path, form);
            assertThat(unsaid.status()).isEqualTo(422);
            assertThat(unsaid.html().select("[role=alert] a").attr("href")).isEqualTo("#reason.fi");
            form.put("reason.fi", "Sali <i>on</i> kiinni");
        }
        Page done = browser.submit(path, form);

        assertThat(done.status()).isEqualTo(302);
        assertThat(done.location().getPath()).isEqualTo(move.equals("removal") ? LIST : PAGE);
        assertThat(done.location().getQuery()).isEqualTo("done=" + move);
        Asked asked = asked(method, move.equals("removal") ? EVENT : EVENT + "/" + move);
        assertThat(asked.header("If-Match")).containsExactly("\"6\"");
        assertThat(asked.header("Authorization")).hasSize(1);
        if (isReasoned) {
            assertThat(asked.body()).isEqualTo("{\"reason\":{\"fi\":\"Sali <i>on</i> kiinni\"}}");
        }
        assertThat(browser.open(done.location().toString()).html().select(".done")).hasSize(1);

        form.put("seen", "\"5\"");
        Page stale = browser.submit(path, form);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("Joku muu");
        if (isReasoned) {
            assertThat(stale.html().select("[name=reason.fi]").text()).contains("kiinni");
        }
        assertThat(stale.html().select("[name=seen]").val()).isEqualTo("\"6\"");
    }

    @Test
    void putsAwayWhatIsOverAndDoesNothingThatItsStateDoesNotAllow() {
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(PAGE + "/archive").status()).isEqualTo(404);
        assertThat(browser.open(PAGE + "/nonsense").status()).isEqualTo(404);
        FakeOrganised.is(events, FakeOrganised.held());
        Map<String, String> form =
                fields(browser.open(PAGE + "/archive").html().select("main form").getFirst());
        events.on(
                "PUT " + EVENT + "/archive", Reply.problem(409, "{\"reason\":\"event-not-over\"}"));

        Page refused = browser.submit(PAGE + "/archive", form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("ei ole vielä ohi");
        events.on("PUT " + EVENT + "/archive", exchange -> exchange.close());
        assertThat(browser.submit(PAGE + "/archive", form).status()).isEqualTo(503);
    }

    private Asked asked(String method, String path) {
        return events.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
