package fi.kumppani.portal.registration;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Browser;
import fi.kumppani.portal.testing.Browser.Page;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SeriesRegisterPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String REGISTRATIONS = M + "/series/s1/registrations";
    private static final String PAGE = "/m/743/series/s1";
    private static final String FORM = PAGE + "/register";
    private static final Map<String, String> PERSON =
            Map.of("name", " Osallistuja ", "email", "osallistuja@example.org");

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void beginTheSeries() {
        service(Backend.REGISTRY).on("GET " + M, Facts.seinajoki());
        events.on(
                "GET " + M + "/series/s1",
                series(
                        event("e5", "2099-11-23", "open", ",\"partOf\":\"e3\""),
                        event("e4", "2099-10-23", "full", ""),
                        event("e3", "2099-09-23", "open", ""),
                        event("e2", "2099-08-23", "closed", "")));
    }

    @Test
    void leadsFromTheSeriesToAFormThatSaysWhatOneRegistersFor() {
        Document series = browser.open(PAGE + "?lang=en").html();
        assertThat(series.select("main a[role=button]").attr("href")).isEqualTo(FORM + "?lang=en");

        Document form = browser.open(FORM).html();

        assertThat(form.title()).startsWith("Ilmoittaudu sarjaan: Järjestöilta");
        assertThat(form.select("main .rows a").eachAttr("href"))
                .containsExactly("/m/743/events/e3", "/m/743/events/e4");
        assertThat(form.select("main form").attr("action")).isEqualTo(PAGE + "/registrations");
        assertThat(form.select("main .small a").attr("href")).isEqualTo("/m/743/privacy");
        assertThat(form.text()).contains("Rekisterinpitäjä on Seinäjoki", "90 päivän");
        assertThat(form.select("[aria-hidden]:has([name=homepage])")).hasSize(1);
    }

    @Test
    void offersWhatIsAnnouncedLaterWhereNothingCanBeRegisteredForNow() {
        events.on("GET " + M + "/series/s1", series(event("e2", "2025-08-23", "held", "")));

        assertThat(browser.open(PAGE).html().select("main a[role=button]")).hasSize(1);
        Document form = browser.open(FORM).html();
        assertThat(form.select(".notice").text()).contains("julkaistaan myöhemmin");
        assertThat(form.select("main .rows")).isEmpty();
        assertThat(form.select("main form")).hasSize(1);
        assertThat(browser.open("/m/743/series/none/register").status()).isEqualTo(404);
    }

    @Test
    void tellsOfEachEventWhatCameOfIt() {
        events.on(
                "POST " + REGISTRATIONS,
                came(
                        told("e1", "confirmed", ",\"number\":4"),
                        told("e2", "waitlisted", ",\"number\":9,\"place\":3"),
                        told("e3", "requested", ",\"number\":1"),
                        told("e4", "told-by-mail", ""),
                        told("e5", "form-needed", ""),
                        told("e6", "refused", ",\"reason\":\"already-registered\""),
                        told("e7", "refused", ",\"reason\":\"something-new\""),
                        told("e8", "something-new", "")));

        Page page = submitted(PERSON);

        assertThat(page.status()).isEqualTo(200);
        Document html = page.html();
        assertThat(html.select("h1").text()).isEqualTo("Ilmoittautumisesi");
        assertThat(html.select("main h2 a").eachAttr("href"))
                .hasSize(8)
                .startsWith("/m/743/events/e1");
        assertThat(html.select("main .rows > li").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("Sinulla on paikka"),
                        row -> assertThat(row).contains("Sijasi jonossa on 3."),
                        row -> assertThat(row).contains("odottaa hyväksyntää"),
                        row -> assertThat(row).contains("Katso sähköpostisi"),
                        row -> assertThat(row).contains("kysyy muutakin"),
                        row -> assertThat(row).contains("on jo ilmoittauduttu"),
                        row -> assertThat(row).contains("ei voinut ilmoittautua"),
                        row -> assertThat(row).contains("ei voinut ilmoittautua"));
        assertThat(html.select("[data-status=form-needed] a[href$=register]").attr("href"))
                .isEqualTo("/m/743/events/e5/register");
        assertThat(html.select(".done").text()).contains("oman viestin");
        assertThat(html.text()).doesNotContain("??", "osallistuja@example.org");
        assertThat(events.last().body())
                .isEqualTo(
                        """
                        {"name":"Osallistuja","email":"osallistuja@example.org","language":"fi",\
                        "announcedOnly":false}\
                        """);
        assertThat(events.last().header("Idempotency-Key").getFirst()).hasSize(24);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysSoWhenNothingCameOfIt(String language) {
        events.on("POST " + REGISTRATIONS, Reply.json(200, "{\"events\":[]}"));
        Map<String, String> form = filled(browser.open(FORM).html(), PERSON);

        Document html = browser.submit(PAGE + "/registrations?lang=" + language, form).html();

        assertThat(html.select(".notice").text()).isNotBlank();
        assertThat(html.select(".done")).isEmpty();
        assertThat(html.text()).doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysThatLaterEventsAreMeantAndLetsOneChooseOnlyThoseOfNow(String language) {
        events.on("POST " + REGISTRATIONS, Reply.json(200, "{\"events\":[],\"following\":false}"));
        Document form = browser.open(FORM + "?lang=" + language).html();
        assertThat(form.select("#meant input[checked]").val()).isEqualTo("later");
        assertThat(form.select("#meant label").eachText()).hasSize(2).doesNotHaveDuplicates();
        assertThat(form.text()).doesNotContain("??");
        Map<String, String> chosen = filled(form, PERSON);
        chosen.put("meant", "announced");

        browser.submit(PAGE + "/registrations?lang=" + language, chosen);

        assertThat(events.last().body()).contains("\"announcedOnly\":true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysThatOneFollowsAlsoWhenNothingIsAnnounced(String language) {
        events.on("POST " + REGISTRATIONS, Reply.json(200, "{\"events\":[],\"following\":true}"));
        Map<String, String> form = filled(browser.open(FORM).html(), PERSON);

        Document html = browser.submit(PAGE + "/registrations?lang=" + language, form).html();

        assertThat(html.select("[role=status]").text()).isNotBlank();
        assertThat(html.select("h1").text())
                .isIn(
                        "Seuraat tapahtumasarjaa",
                        "Du följer en serie av evenemang",
                        "You follow a series of events");
        assertThat(html.text()).doesNotContain("??");
    }

    @Test
    void sendsAFormThatIsSentTwiceWithTheSameKey() {
        events.on("POST " + REGISTRATIONS, came(told("e1", "confirmed", "")));
        Map<String, String> form = filled(browser.open(FORM).html(), PERSON);
        browser.submit(PAGE + "/registrations", form);
        browser.submit(PAGE + "/registrations", form);

        List<String> keys =
                events.asked().stream()
                        .filter(asked -> asked.method().equals("POST"))
                        .map(asked -> asked.header("Idempotency-Key").getFirst())
                        .toList();
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
    }

    @Test
    void asksWhoFillsTheHiddenFieldInToSendTheFormAgain() {
        Page page = submitted(Map.of("name", "Osallistuja", "homepage", "https://example.org"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("#name").val()).isEqualTo("Osallistuja");
        assertThat(page.html().select("[name=homepage]").val()).isEmpty();
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void namesTheFieldsAtFaultAndKeepsWhatWasFilledIn() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(
                        422,
                        """
                        {"status":422,"errors":[{"field":"email","code":"invalid","message":"x"}]}
                        """));

        Page page = submitted(Map.of("name", "A", "email", "<script>alert(1)</script>"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().title()).startsWith("Tarkista tiedot");
        assertThat(page.html().select("[role=alert] a").eachAttr("href")).containsExactly("#email");
        assertThat(page.html().select("#email").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.html().select("main script")).isEmpty();
    }

    @Test
    void losesNothingWhenTheServiceGoesAwayOrMustWait() {
        events.on("POST " + REGISTRATIONS, exchange -> exchange.close());
        Map<String, String> form = filled(browser.open(FORM).html(), PERSON);
        Page away = browser.submit(PAGE + "/registrations", form);
        events.on("POST " + REGISTRATIONS, Reply.problem(429, "too-many"));
        Page crowd = browser.submit(PAGE + "/registrations", form);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("input[name=key]").val()).isEqualTo(form.get("key"));
        assertThat(away.html().select("#name").val()).isEqualTo("Osallistuja");
        assertThat(crowd.status()).isEqualTo(429);
        assertThat(crowd.html().select("[role=alert]").text()).contains("Odota minuutti");
    }

    private Page submitted(Map<String, String> values) {
        return browser.submit(PAGE + "/registrations", filled(browser.open(FORM).html(), values));
    }

    private static Map<String, String> filled(Document page, Map<String, String> values) {
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=hidden], main form input[checked]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        form.putAll(values);
        return form;
    }

    /** A series with events of one year, the latest first. */
    private static Reply series(String... latestFirst) {
        return Reply.json(
                200,
                "{\"id\":\"s1\",\"title\":{\"fi\":\"Järjestöilta\"},\"years\":[{\"year\":2099,"
                        + "\"events\":["
                        + String.join(",", List.of(latestFirst).reversed())
                        + "]}]}");
    }

    private static String event(String id, String day, String situation, String more) {
        return """
        {"id":"%s","title":{"fi":"Ilta"},"status":"published","startsAt":"%sT14:00:00Z",\
        "endsAt":"%sT16:00:00Z","situation":"%s"%s}\
        """
                .formatted(id, day, day, situation, more);
    }

    private static Reply came(String... events) {
        return Reply.json(200, "{\"events\":[" + String.join(",", events) + "]}");
    }

    private static String told(String id, String status, String more) {
        return """
        {"eventId":"%s","title":{"fi":"Ilta"},"startsAt":"2099-09-23T14:00:00Z",\
        "endsAt":"2099-09-23T16:00:00Z","status":"%s"%s}\
        """
                .formatted(id, status, more);
    }
}
