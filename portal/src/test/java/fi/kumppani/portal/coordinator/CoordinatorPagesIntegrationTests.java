package fi.kumppani.portal.coordinator;

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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is asked after an event, what was answered, and whether it is held, without scripts. */
class CoordinatorPagesIntegrationTests extends PortalUnderTest {

    private static final String EVENT = "/v1/municipalities/743/events/" + Facts.EVENT;
    private static final String EVENT_PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String QUESTIONS = EVENT_PAGE + "/feedback";
    private static final String RESULTS = EVENT_PAGE + "/feedback/results";
    private static final String DECISION = EVENT_PAGE + "/decision";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void announceTheEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        events.on("GET " + EVENT, Facts.undecided());
        events.on("GET " + EVENT + "/feedback", Facts.feedback());
        events.on("GET " + EVENT + "/feedback/results", Facts.feedbackResults());
    }

    @ParameterizedTest
    @ValueSource(strings = {QUESTIONS, RESULTS, DECISION})
    void letsCoordinatorsOfTheMunicipalityInAndNobodyElse(String path) {
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).isEqualTo("to=" + path + "&lang=sv");
        identityProvider().rolesAre("grant-officer");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(path).status()).isEqualTo(404);
        assertThat(asked("feedback")).isZero();

        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(path.replace("/743/", "/179/")).status()).isEqualTo(404);
        assertThat(browser.open(path).status()).isEqualTo(200);
        assertThat(browser.submit(path, Map.of("held", "true")).status())
                .as("a form without its token")
                .isIn(403, 405);
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void saysEverythingInTheReadersLanguage(String language) {
        browser.logIn(identityProvider(), "/login");
        for (String path : new String[] {QUESTIONS, RESULTS, DECISION, EVENT_PAGE}) {
            Document html = browser.open(path + "?lang=" + language).html();
            assertThat(html.text()).as(path).doesNotContain("??");
            assertThat(html.select("html").attr("lang")).isEqualTo(language);
        }
    }

    @Test
    void leadsThereFromTheEventForCoordinatorsAlone() {
        assertThat(browser.open(EVENT_PAGE).html().select("a[href$=/feedback]")).isEmpty();
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(EVENT_PAGE).html();

        assertThat(html.select("main a").eachAttr("href")).contains(QUESTIONS, RESULTS, DECISION);
    }

    @Test
    void showsTheQuestionsWithEmptyRowsBehindThem() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(QUESTIONS).html();

        assertThat(html.select("fieldset.asked")).hasSize(6);
        assertThat(html.select("[name=q0.label.fi]").val()).isEqualTo("Arvosana");
        assertThat(html.select("[name=q0.kind] [selected]").val()).isEqualTo("one");
        assertThat(html.select("[name=q0.options.fi]").text().lines())
                .containsExactly("Hyvä", "Huono");
        assertThat(html.select("[name=q0.required][checked]")).hasSize(1);
        assertThat(html.select("[name=q0.condition]")).isEmpty();
        assertThat(html.select("[name=q1.condition]").eachAttr("value"))
                .containsExactly("grade:good", "grade:bad");
        assertThat(html.select("[name=q1.condition][checked]").eachAttr("value"))
                .containsExactly("grade:bad");
        assertThat(html.select("[name=seen]").val()).isEqualTo("\"4\"");
        assertThat(html.select("[name=after]").val()).isEqualTo("3");
        assertThat(html.select("[name=anonymous][checked]").val()).isEqualTo("true");
    }

    @Test
    void savesWhatIsWrittenAndLeavesOutWhatIsEmpty() {
        browser.logIn(identityProvider(), "/login");
        events.on("PUT " + EVENT + "/feedback", Facts.feedback());
        Map<String, String> form = form();
        form.put("q1.label.fi", "");
        form.put("q1.label.sv", "");
        form.put("q3.label.sv", "Vad annat?");
        form.put("q4.label.fi", "Mitä jatkossa?");
        form.put("q4.kind", "several");
        form.put("q4.options.fi", "Luentoja\r\nTyöpajoja");
        form.put("q4.options.sv", "Föreläsningar\r\nVerkstäder");
        form.put("q4.condition", "grade:good");
        form.put("anonymous", "false");

        Page page = browser.submit(QUESTIONS, form);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("[role=status]").text()).contains("tallennettu");
        Asked sent = put();
        assertThat(sent.header("If-Match")).containsExactly("\"4\"");
        assertThat(sent.header("Authorization").getFirst()).startsWith("Bearer ");
        assertThat(sent.body())
                .contains("\"anonymous\":false", "\"after\":\"PT3H\"")
                .contains("{\"id\":\"good\",\"label\":{\"fi\":\"Hyvä\"")
                .contains("\"sv\":\"Vad annat?\"")
                .contains("{\"id\":\"1\",\"label\":{\"fi\":\"Luentoja\",\"sv\":\"Föreläsningar\"")
                .contains("\"condition\":{\"question\":\"grade\",\"anyOf\":[\"good\"]}")
                .doesNotContain("Miksi?");
    }

    @Test
    void namesWhatIsWrongAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("after", "400");
        form.put("q0.options.sv", "Bra\nDåligt\nVarken eller");
        form.put("q3.label.fi", "Valitse");
        form.put("q3.kind", "one");

        Page page = browser.submit(QUESTIONS, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#after", "#q0.options.fi", "#q3.options.fi");
        assertThat(page.html().select("[name=q3.label.fi]").val()).isEqualTo("Valitse");
        assertThat(page.html().select("[name=q0.options.sv]").getFirst().wholeText())
                .isEqualTo("Bra\nDåligt\nVarken eller");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void tellsWhyTheQuestionsCannotBeSaved() {
        browser.logIn(identityProvider(), "/login");
        refuse(409, "{\"status\":409,\"reason\":\"feedback-begun\"}");
        assertThat(alert(browser.submit(QUESTIONS, form()))).contains("alettu kysyä");
        refuse(412, "{\"status\":412}");
        assertThat(alert(browser.submit(QUESTIONS, form()))).contains("Joku muu");
        refuse(422, "{\"errors\":[{\"field\":\"questions.why\",\"code\":\"unsound\"}]}");
        Page unsound = browser.submit(QUESTIONS, form());
        assertThat(unsound.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#q1.label.fi");
        events.on("PUT " + EVENT + "/feedback", exchange -> exchange.close());
        Page away = browser.submit(QUESTIONS, form());
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=q0.label.fi]").val()).isEqualTo("Arvosana");
    }

    @Test
    void beginsWithEmptyRowsWhereNothingIsAskedYet() {
        browser.logIn(identityProvider(), "/login");
        events.on("GET " + EVENT + "/feedback", Reply.problem(404, "not-found"));

        Document html = browser.open(QUESTIONS).html();

        assertThat(html.select("fieldset.asked")).hasSize(3);
        assertThat(html.select("[name=seen]").val()).isEqualTo("\"0\"");
    }

    @Test
    void showsHowManyAnsweredWhatAndWhatTheyWrote() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(RESULTS).html();

        assertThat(html.select(".figures dd").text()).isEqualTo("5");
        assertThat(
                        html.select("tbody tr").eachText().stream()
                                .map(row -> row.replace('\u00a0', ' ')))
                .containsExactly("Hyvä 3 75 %", "Huono 1 25 %");
        assertThat(html.select(".said li").eachText())
                .containsExactly("<b>Liian pitkä</b>", "Lisää kahvia");
        assertThat(html.select(".said b")).isEmpty();

        events.on("GET " + EVENT + "/feedback/results", Reply.problem(404, "not-found"));
        Document nothing = browser.open(RESULTS).html();
        assertThat(nothing.select(".figures dd").text()).isEqualTo("0");
        assertThat(nothing.select("table")).isEmpty();
    }

    @Test
    void declaresByAButtonThatTheEventIsHeldOrNot() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(DECISION).html();
        assertThat(html.select(".figures dd").eachText()).containsExactly("7", "10");
        assertThat(html.select("main form")).hasSize(2);
        events.on("PUT " + EVENT + "/decision", Facts.undecided());

        Page held = browser.submit(DECISION, fields(html.select("main form").getFirst()));

        assertThat(held.html().select("[role=status]").text()).contains("järjestetään");
        assertThat(put().body()).isEqualTo("{\"held\":true}");
        assertThat(put().header("If-Match")).containsExactly("\"6\"");
        assertThat(put().header("Authorization").getFirst()).startsWith("Bearer ");
        Page cancelled = browser.submit(DECISION, fields(html.select("main form").getLast()));
        assertThat(put().body()).isEqualTo("{\"held\":false}");
        assertThat(cancelled.html().select("[role=status]").text()).contains("peruttu");
    }

    @Test
    void tellsWhyNothingIsDecided() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form =
                fields(browser.open(DECISION).html().select("main form").getFirst());
        for (String reason :
                new String[] {
                    "no-minimum", "already-assured", "event-cancelled", "event-started", "new"
                }) {
            events.on(
                    "PUT " + EVENT + "/decision",
                    Reply.problem(409, "{\"reason\":\"" + reason + "\"}"));
            Page page = browser.submit(DECISION, form);
            assertThat(page.status()).isEqualTo(409);
            assertThat(alert(page)).isNotBlank().doesNotContain("??");
        }
        events.on("PUT " + EVENT + "/decision", Reply.problem(412, "stale"));
        assertThat(alert(browser.submit(DECISION, form))).contains("muutettu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"assured", "cancelled", "none"})
    void offersNoButtonWhereNothingIsToBeDecided(String state) {
        browser.logIn(identityProvider(), "/login");
        events.on(
                "GET " + EVENT,
                switch (state) {
                    case "assured" -> Facts.decided();
                    case "cancelled" ->
                            Reply.json(
                                    200,
                                    Facts.event("cancelled", 73, 0)
                                            .replace(
                                                    "\"imported\"",
                                                    Facts.minimum(false) + "\"imported\""));
                    default -> Reply.json(200, Facts.event());
                });

        Document html = browser.open(DECISION).html();

        assertThat(html.select("main form")).isEmpty();
        assertThat(html.text()).doesNotContain("??");
    }

    private long asked(String part) {
        return events.asked().stream().filter(asked -> asked.path().contains(part)).count();
    }

    private Asked put() {
        return events.asked().reversed().stream()
                .filter(asked -> asked.method().equals("PUT"))
                .findFirst()
                .orElseThrow();
    }

    private void refuse(int status, String problem) {
        events.on("PUT " + EVENT + "/feedback", Reply.problem(status, problem));
    }

    private static String alert(Page page) {
        return page.html().select("[role=alert]").text();
    }

    /** The form as it is shown. */
    private Map<String, String> form() {
        return fields(browser.open(QUESTIONS).html().select("main form").getFirst());
    }

    private static Map<String, String> fields(Element form) {
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[type=hidden], input[type=text], input[type=number]," + " input[checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        form.select("textarea").forEach(area -> fields.put(area.attr("name"), area.wholeText()));
        form.select("select")
                .forEach(
                        select ->
                                fields.put(
                                        select.attr("name"),
                                        select.select("[selected]").isEmpty()
                                                ? select.select("option").getFirst().val()
                                                : select.select("[selected]").val()));
        return fields;
    }

    @Test
    void losesNoQuestionWhenTheLoginIsOverOrTheServiceIsAway() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("q3.label.sv", "Vad annat?");
        form.put("after", "5");
        for (int status : new int[] {401, 503}) {
            events.on("PUT " + EVENT + "/feedback", Reply.problem(status, "{}"));
            events.on("GET " + EVENT + "/feedback", Reply.problem(status, "{}"));
            assertThat(browser.submit(QUESTIONS, form).status()).isIn(302, 503);
            events.on("GET " + EVENT + "/feedback", Facts.feedback());

            Document again = browser.open(QUESTIONS).html();

            assertThat(again.select("[name=q3.label.sv]").val()).isEqualTo("Vad annat?");
            assertThat(again.select("[name=after]").val()).isEqualTo("5");
            assertThat(again.select("[role=alert]").text()).contains("tallella");
            assertThat(browser.open(QUESTIONS).html().select("[name=q3.label.sv]").val()).isEmpty();
        }
    }
}
