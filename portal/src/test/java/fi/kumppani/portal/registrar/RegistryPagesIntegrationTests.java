package fi.kumppani.portal.registrar;

import static fi.kumppani.portal.registrar.FakeRegistry.A1;
import static fi.kumppani.portal.registrar.FakeRegistry.M;
import static fi.kumppani.portal.registrar.FakeRegistry.PAGE;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Coordinators keep the associations of the registry. */
class RegistryPagesIntegrationTests extends PortalUnderTest {

    private static final String ONE = PAGE + "/associations/a1";
    private static final List<String> PAGES =
            List.of(
                    PAGE,
                    PAGE + "/new",
                    PAGE + "/import",
                    PAGE + "/duplicates",
                    PAGE + "/duplicates/apart",
                    PAGE + "/networks",
                    PAGE + "/networks/n1",
                    ONE,
                    ONE + "/rights",
                    ONE + "/rights/invitations");

    private final Browser browser = browser();
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("coordinator");
    }

    @Test
    void letsOnlyCoordinatorsOfTheMunicipalityIn() {
        for (String page : PAGES) {
            assertThat(browser.open(page).location().getQuery()).isEqualTo("to=" + page);
        }
        identityProvider().rolesAre("grant-officer", "association-representative");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        for (String page : PAGES) {
            assertThat(officer.open(page).status()).as(page).isEqualTo(404);
        }
        assertThat(registry.asked()).noneMatch(asked -> asked.path().startsWith(M + "/a"));

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        for (String page : PAGES) {
            assertThat(browser.open(page.replace("743", "179")).status()).isEqualTo(404);
        }
    }

    @Test
    void takesNoFormWithoutItsToken() {
        browser.logIn(identityProvider(), "/login");
        for (String path :
                List.of(
                        PAGE + "/new",
                        PAGE + "/import",
                        PAGE + "/import/rows",
                        PAGE + "/duplicates",
                        PAGE + "/duplicates/apart",
                        PAGE + "/networks",
                        PAGE + "/networks/n1",
                        PAGE + "/networks/n1/members",
                        PAGE + "/networks/n1/members/a2/acceptance",
                        PAGE + "/networks/n1/members/a2/ending",
                        PAGE + "/networks/n1/ending",
                        ONE,
                        ONE + "/verification",
                        ONE + "/dissolution",
                        ONE + "/rights",
                        ONE + "/rights/m1/revocation",
                        ONE + "/rights/invitations",
                        ONE + "/rights/invitations/i1/withdrawal")) {
            assertThat(browser.submit(path, Map.of("sure", "true")).status())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(registry.asked()).allMatch(asked -> asked.method().equals("GET"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        browser.logIn(identityProvider(), "/login");
        for (String path : PAGES) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).as(path).isEqualTo(200);
            assertThat(page.html().text()).as(path).doesNotContain("??");
            assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
            assertThat(page.html().select("main i")).as(path).isEmpty();
        }
    }

    @Test
    void showsWhatWaitsFirstAndLooksThroughAllOfThem() {
        browser.logIn(identityProvider(), "/login");

        Document waiting = browser.open(PAGE).html();

        assertThat(registry.last().query()).isEqualTo("status=unverified&limit=200");
        assertThat(waiting.select("tbody a").eachAttr("href")).containsExactly(ONE);
        assertThat(waiting.select("tbody tr").text()).contains("Tarkistamatta", "ti 3.3.2026");
        browser.open(PAGE + "?text=liitto");
        assertThat(registry.last().query())
                .isEqualTo("text=liitto&status=unverified%2Cverified%2Cdissolved&limit=200");
        Document found = browser.open(PAGE + "?state=dissolved&text=x").html();
        assertThat(registry.last().query()).isEqualTo("text=x&status=dissolved&limit=200");
        assertThat(found.select("#state option[selected]").val()).isEqualTo("dissolved");
        assertThat(found.select("a[download]").eachAttr("href"))
                .containsExactly(
                        PAGE + "/list.csv?text=x&state=dissolved&lang=fi",
                        PAGE + "/list.xlsx?text=x&state=dissolved&lang=fi");
        registry.on("GET " + M + "/associations", Reply.problem(503, "away"));
        Page away = browser.open(PAGE);
        assertThat(away.status()).isEqualTo(503);
        assertThat(text(away.html())).contains("ei juuri nyt saada");
    }

    private void haveThree() {
        registry.on(
                "GET " + M + "/associations",
                FakeRegistry.list(
                        association("a1", "verified", "Öljyseura", "20"),
                        association("a2", "unverified", "=Zumba ry", "100"),
                        association("a3", "verified", "Aurinko", "3")));
        browser.logIn(identityProvider(), "/login");
    }

    private static String association(String id, String status, String name, String number) {
        return FakeRegistry.association(id, status)
                .replace("Kylien <i> liitto " + id, name)
                .replace("178462", number);
    }

    @ParameterizedTest
    @CsvSource({
        "'', a2 a3 a1",
        "name, a2 a3 a1",
        "-name, a1 a3 a2",
        "number, a3 a1 a2",
        "-number, a2 a1 a3",
        "wine, a2 a3 a1"
    })
    void putsAssociationsInOrder(String sort, String order) {
        haveThree();

        Document html = browser.open(PAGE + "?state=all&sort=" + sort).html();

        assertThat(html.select("tbody a").eachAttr("href"))
                .containsExactly(
                        Stream.of(order.split(" "))
                                .map(id -> PAGE + "/associations/" + id)
                                .toArray(String[]::new));
        assertThat(html.select("th[aria-sort]")).hasSize(1);
        assertThat(html.select("th[aria-sort] a").attr("href")).startsWith(PAGE + "?state=all");
        assertThat(html.select("main [role=status]").text()).isEqualTo("Yhteensä 3");
    }

    @Test
    void givesTheListToASpreadsheetInItsOrder() {
        haveThree();

        Page table = browser.open(PAGE + "/list.csv?state=all&sort=number&lang=en");

        assertThat(registry.last().query())
                .isEqualTo("status=unverified%2Cverified%2Cdissolved&limit=200");
        assertThat(table.header("Content-Type")).startsWith("text/csv");
        assertThat(table.header("Content-Disposition")).contains("associations.csv");
        assertThat(table.body().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("\ufeffName in Finnish", "Aurinko", "Öljyseura", "'=Zumba ry");
        assertThat(table.body())
                .contains(
                        "1633241-3,3,Registered associations,5,villages youth,Verified,2026-03-03");
        Page workbook = browser.open(PAGE + "/list.xlsx");
        assertThat(workbook.header("Content-Type")).contains("spreadsheetml");
        assertThat(workbook.body()).startsWith("PK");
        assertThat(browser.open(PAGE + "/list.pdf").status()).isEqualTo(404);
        assertThat(browser().open(PAGE + "/list.csv").location().getPath()).isEqualTo("/login");
        registry.on("GET " + M + "/associations", Reply.problem(503, "away"));
        assertThat(browser.open(PAGE + "/list.csv").status()).isEqualTo(503);
    }

    @Test
    void saysHowMuchOfALongListWasRead() {
        browser.logIn(identityProvider(), "/login");
        registry.on(
                "GET " + M + "/associations",
                Facts.listing(
                        IntStream.range(0, 3)
                                .mapToObj(n -> FakeRegistry.association("a" + n, "verified"))
                                .toArray(String[]::new)));

        Document html = browser.open(PAGE + "?state=verified&page=2").html();

        assertThat(html.select("tbody tr")).hasSize(25);
        assertThat(html.select("main .notice").text()).contains("vain ensimmäiset 75");
        assertThat(html.select("a[rel=prev]").attr("href")).isEqualTo(PAGE + "?state=verified");
        assertThat(browser.open(PAGE + "/list.csv?state=verified").body().lines())
                .hasSize(77)
                .last()
                .asString()
                .contains("vain ensimmäiset 75");
    }

    @Test
    void registersAnAssociationOnce() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(PAGE + "/new").html(), "/new");
        form.put("name.fi", "Uusi ry");
        form.put("form", "cooperative");
        form.put("purposeClass", "6");
        form.put("themes", "sports, youth");
        form.put("businessId", "1633241-3");

        Page done = browser.submit(PAGE + "/new", form);

        assertThat(done.location().toString()).endsWith(ONE + "?done=registered");
        Asked sent = registry.last("POST");
        assertThat(sent.header("Idempotency-Key")).containsExactly(form.get("key"));
        assertThat(sent.body())
                .contains("\"name\":{\"fi\":\"Uusi ry\"}", "\"form\":\"cooperative\"")
                .contains("\"purposeClass\":6", "\"themes\":[\"sports\",\"youth\"]")
                .contains("\"businessId\":\"1633241-3\"", "\"active\":true")
                .doesNotContain("registerNumber");
        assertThat(text(browser.open(ONE + "?done=registered").html()))
                .contains("Yhdistys on lisätty rekisteriin");
    }

    @Test
    void namesWhatIsWrongAtItsFieldAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = button(browser.open(PAGE + "/new").html(), "/new");
        form.put("name.sv", "Byarna");
        form.put("form", "foundation");
        form.put("businessId", "1633241-4");
        registry.on(
                "POST " + M + "/associations",
                Reply.problem(
                        422,
                        """
                        {"errors":[{"field":"name","code":"missing"},
                                   {"field":"businessId","code":"wrong-check-digit"},
                                   {"field":"themes","code":"malformed"}]}
                        """));

        Page page = browser.submit(PAGE + "/new", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#name.fi", "#businessId", "#themes");
        assertThat(alert(page)).contains("kirjoitusvirhe");
        assertThat(page.html().select("[name=name.sv]").val()).isEqualTo("Byarna");
        assertThat(page.html().select("#form option[selected]").val()).isEqualTo("foundation");
        registry.on(
                "POST " + M + "/associations",
                Reply.problem(409, "{\"reason\":\"business-id-taken\"}"));
        Page taken = browser.submit(PAGE + "/new", form);
        assertThat(taken.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#businessId");
        registry.on("POST " + M + "/associations", exchange -> exchange.close());
        Page away = browser.submit(PAGE + "/new", form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=name.sv]").val()).isEqualTo("Byarna");
        assertThat(away.html().select("[name=key]").val()).isEqualTo(form.get("key"));
    }

    @Test
    void writesTheFactsAsOfTheVersionThatWasShown() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = changed();

        Page done = browser.submit(ONE, form);

        assertThat(done.location().toString()).endsWith(ONE + "?done=saved");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        assertThat(registry.last("PUT").body())
                .contains("\"fi\":\"Toinen nimi\"", "\"sv\":\"Byarnas förbund\"")
                .contains("\"registerNumber\":\"178462\"", "\"active\":true");
    }

    @Test
    void keepsBothTextsWhenAnotherWasFaster() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = changed();
        form.put("purposeClass", "4");
        registry.on("PUT " + A1, Reply.problem(412, "stale"));
        registry.on(
                "GET " + A1,
                Reply.json(200, FakeRegistry.association("a1", "verified")).and("ETag", "\"7\""));

        Page page = browser.submit(ONE, form);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html().select("[name=name.fi]").val()).isEqualTo("Toinen nimi");
        assertThat(page.html().select(".saved").eachText())
                .anyMatch(saved -> saved.contains("Kylien <i> liitto a1"))
                .anyMatch(saved -> saved.contains("Vapaa-aika"));
        assertThat(button(page.html(), "/a1")).containsEntry("seen", "\"7\"");
    }

    @Test
    void hasWhatWasWrittenAgainWhenTheRegistryIsBack() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = changed();
        registry.on("PUT " + A1, exchange -> exchange.close());
        registry.on("GET " + A1, exchange -> exchange.close());

        assertThat(browser.submit(ONE, form).status()).isEqualTo(503);

        registry.on("GET " + A1, FakeRegistry.versioned(FakeRegistry.association("a1", "x")));
        Page page = browser.open(ONE);
        assertThat(page.html().select("[name=name.fi]").val()).isEqualTo("Toinen nimi");
        assertThat(alert(page)).contains("tallella");
    }

    @Test
    void verifiesAndDissolvesOnPurpose() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(ONE).html();

        Page verified = browser.submit(ONE + "/verification", button(html, "/verification"));

        assertThat(verified.location().toString()).endsWith("?done=verification");
        assertThat(registry.last("PUT").header("If-Match")).containsExactly("\"3\"");
        Map<String, String> form = button(html, "/dissolution");
        Page unsure = browser.submit(ONE + "/dissolution", form);
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(alert(unsure)).contains("Vahvista rastilla");
        assertThat(registry.last("PUT").path()).endsWith("/verification");
        form.put("sure", "true");
        Page dissolved = browser.submit(ONE + "/dissolution", form);
        assertThat(dissolved.location().toString()).endsWith("?done=dissolution");
        registry.on(
                "GET " + A1, FakeRegistry.versioned(FakeRegistry.association("a1", "dissolved")));
        Document after = browser.open(ONE + "?done=dissolution").html();
        assertThat(after.select("main form")).isEmpty();
        assertThat(text(after)).contains("merkitty puretuksi");
        registry.on(
                "PUT " + A1 + "/verification",
                Reply.problem(409, "{\"reason\":\"already-verified\"}"));
        Page refused = browser.submit(ONE + "/verification", button(html, "/verification"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("jo tarkistettu");
    }

    private Map<String, String> changed() {
        Map<String, String> form = button(browser.open(ONE).html(), "/a1");
        form.put("name.fi", "Toinen nimi");
        form.put("form", "registered-association");
        form.put("purposeClass", "5");
        return form;
    }
}
