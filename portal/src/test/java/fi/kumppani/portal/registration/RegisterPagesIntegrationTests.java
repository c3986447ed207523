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

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

class RegisterPagesIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String REGISTRATIONS = EVENT + "/registrations";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String FORM = PAGE + "/register";
    private static final String CHOIR = "01939c5e-0000-7000-8000-00000000c0c0";

    /** Everything that rules of registration can ask. */
    private static final String RULES =
            """
            "registration":{"largestParty":4,"admitted":"associations","holdFor":"PT10M",
              "quotas":[{"id":"clubs","title":{"fi":"Seurat"},"seats":40},
                        {"id":"villages","title":{"fi":"Kylät"},"seats":40}],
              "workshops":{"groups":[{"id":"culture","title":{"fi":"Kulttuuri"}}]},
              "questions":[
                {"id":"lunch","label":{"fi":"Lounas?"},"kind":"one","required":true,
                 "options":[{"id":"yes","label":{"fi":"Kyllä"}},{"id":"no","label":{"fi":"Ei"}}]},
                {"id":"diet","label":{"fi":"Ruokavalio"},"kind":"text","purpose":"catering",
                 "condition":{"question":"lunch","anyOf":["yes"]}},
                {"id":"topics","label":{"fi":"Aiheet"},"kind":"several",
                 "options":[{"id":"a","label":{"fi":"A"}},{"id":"b","label":{"fi":"B"}}]}]},
            """;

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void announceTheEvent() {
        registry.on("GET " + M, Facts.seinajoki());
        registry.on("GET " + M + "/associations", Facts.listing());
        registry.on(
                "GET " + M + "/associations/" + CHOIR,
                Reply.json(200, "{\"id\":\"" + CHOIR + "\",\"name\":{\"fi\":\"Kuoro ry\"}}"));
        events.on("GET " + EVENT, Reply.json(200, Facts.event()));
    }

    @Test
    void registersAndSaysTheOutcome() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.json(
                        201,
                        """
                        {"id":"x:7","eventId":"x","number":7,"status":"waitlisted","place":3}
                        """));
        Page page = submitted(Map.of("name", " Maija Mallikas ", "email", "maija@example.org"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo("Olet jonossa");
        assertThat(page.html().select(".done").text()).contains("Sijasi jonossa on 3.");
        var asked = events.last();
        assertThat(asked.body())
                .isEqualTo(
                        """
                        {"name":"Maija Mallikas","email":"maija@example.org","language":"fi",\
                        "seats":1,"answers":{}}\
                        """);
        assertThat(asked.header("Idempotency-Key").getFirst()).hasSize(24);
        assertThat(asked.header("X-Forwarded-For")).containsExactly("127.0.0.1");
        assertThat(asked.header("Authorization")).isEmpty();
    }

    @Test
    void asksWhatTheRulesOfTheEventAskFor() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));

        Document page = browser.open(FORM).html();

        assertThat(page.select("#seats").attr("max")).isEqualTo("4");
        assertThat(page.select("[name=quota]").eachAttr("value"))
                .containsExactly("clubs", "villages");
        assertThat(page.select("#association")).hasSize(1);
        assertThat(page.select("[name=group]").eachAttr("value")).containsExactly("culture");
        assertThat(page.select("input[name='answers.lunch'][required]").eachAttr("value"))
                .containsExactly("yes", "no");
        assertThat(page.select("input[name='answers.topics']").attr("type")).isEqualTo("checkbox");
        assertThat(page.select(".apart [name='answers.diet']").hasAttr("required")).isFalse();
        assertThat(page.select(".apart .when").text()).contains("Lounas?", "Kyllä");
        assertThat(page.select(".apart").text()).contains("erillään", "9 artiklan");
        assertThat(page.select(".apart [data-when]").attr("data-when")).isEqualTo("answers.lunch");
        assertThat(page.select("main .small a").attr("href")).isEqualTo("/m/743/privacy");
        assertThat(page.text()).contains("Rekisterinpitäjä on Seinäjoki", "90 päivän");
    }

    @Test
    void sendsEverythingThatWasFilledIn() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));

        Page page =
                submitted(
                        Map.of(
                                "name", "Maija",
                                "email", "maija@example.org",
                                "seats", "2",
                                "quota", "clubs",
                                "associationId", CHOIR,
                                "group", "culture",
                                "answers.lunch", "yes",
                                "answers.diet", "gluteeniton",
                                "deputy.name", "Vara",
                                "deputy.email", "vara@example.org"));

        assertThat(page.html().select("h1").text()).isEqualTo("Sinulla on paikka");
        assertThat(events.last().body())
                .contains(
                        "\"seats\":2",
                        "\"quota\":\"clubs\"",
                        "\"associationId\":\"" + CHOIR + "\"",
                        "\"group\":\"culture\"",
                        "\"lunch\":[\"yes\"]",
                        "\"diet\":[\"gluteeniton\"]",
                        "\"deputy\":{\"name\":\"Vara\",\"email\":\"vara@example.org\"}");
    }

    @Test
    void findsTheAssociationByAPartOfItsNameAndKeepsTheRest() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));
        registry.on(
                "GET " + M + "/associations",
                Facts.listing(
                        "{\"id\":\"b\",\"name\":{\"fi\":\"Soutajat\"}}",
                        "{\"id\":\"a\",\"name\":{\"fi\":\"Laulajat\"}}"));

        Page page = submitted(Map.of("name", "Maija", "association", "jat", "find", "association"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("#associationId label").eachText())
                .containsExactly("Laulajat", "Soutajat");
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
        assertThat(page.html().select("#association-wrong").text()).contains("Valitse niistä");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void takesTheOnlyAssociationThatIsCalledSo() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        registry.on(
                "GET " + M + "/associations",
                Facts.listing(
                        "{\"id\":\"b\",\"name\":{\"fi\":\"Kuoro\"}}",
                        "{\"id\":\"a\",\"name\":{\"fi\":\"Kuoron ystävät\"}}"));

        submitted(Map.of("name", "Maija", "association", "kuoro "));

        assertThat(events.last().body()).contains("\"associationId\":\"b\"");
    }

    @Test
    void letsOneChooseAmongThoseInvited() {
        events.on(
                "GET " + EVENT,
                Reply.json(
                        200,
                        Facts.event(
                                "\"registration\":{\"admitted\":\"invited\",\"invited\":[\"%s\",\"gone\"]},"
                                        .formatted(CHOIR))));

        Document page = browser.open(FORM).html();

        assertThat(page.select("#association")).isEmpty();
        assertThat(page.select("#associationId label").eachText()).containsExactly("Kuoro ry");
    }

    @Test
    void holdsSeatsWhileTheFormIsFilledInAndSendsTheTokenAlong() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));
        events.on(
                "POST " + REGISTRATIONS + "/holds",
                Reply.json(
                        201,
                        """
                        {"number":9,"token":"abc_-1","seats":2,"until":"2099-09-01T10:00:00Z"}
                        """));
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        Document event = browser.open(PAGE + "?lang=fi").html();
        assertThat(event.select(".panel form").attr("action")).isEqualTo(FORM + "?lang=fi");

        Page begun = browser.submit(FORM + "?lang=fi", Map.of("seats", "2", "quota", "clubs"));
        URI form = begun.location();
        Document page = browser.open(form.toString()).html();
        browser.submit(PAGE + "/registrations", filled(page, Map.of("name", "Maija")));

        assertThat(begun.status()).isEqualTo(303);
        assertThat(form.getQuery()).contains("lang=fi");
        assertThat(page.select("#held").text()).contains("2 paikkaa on varattu");
        assertThat(page.select("#held").attr("data-until")).isEqualTo("2099-09-01T10:00:00Z");
        assertThat(events.last().body())
                .contains(
                        "\"seats\":2",
                        "\"quota\":\"clubs\"",
                        "\"hold\":{\"number\":9,\"token\":\"abc_-1\"}");
    }

    @Test
    void leadsToTheFormWhenNoSeatCanBeHeld() {
        events.on(
                "POST " + REGISTRATIONS + "/holds",
                Reply.problem(409, "{\"reason\":\"no-seat-free\"}"));

        Page begun = browser.submit(FORM, Map.of("seats", "1"));

        assertThat(begun.status()).isEqualTo(303);
        Page page = browser.open(begun.location().toString());
        assertThat(page.html().select("#held")).isEmpty();
        assertThat(page.html().select("#name")).hasSize(1);
    }

    @Test
    void registersWithoutTheSeatsThatWereHeldTooLong() {
        List<String> replies =
                new CopyOnWriteArrayList<>(
                        List.of("{\"reason\":\"hold-lapsed\"}", "{\"status\":\"confirmed\"}"));
        events.on(
                "POST " + REGISTRATIONS,
                exchange -> {
                    String body = replies.removeFirst();
                    (body.contains("reason") ? Reply.problem(409, body) : Reply.json(201, body))
                            .answer(exchange);
                });
        Document form =
                browser.open(FORM + "?held=9&heldToken=abc&heldUntil=2001-01-01T10:00:00Z").html();
        assertThat(form.select(".notice").text()).contains("varausaika päättyi");

        Page page = browser.submit(PAGE + "/registrations", filled(form, Map.of("name", "Maija")));

        assertThat(page.html().select("h1").text()).isEqualTo("Sinulla on paikka");
        assertThat(page.html().select(".notice").text()).contains("varausaika");
        assertThat(events.last().body()).doesNotContain("hold");
    }

    @Test
    void saysNothingWhereOnlyTheMailTells() {
        events.on("POST " + REGISTRATIONS, Reply.with(202, "application/json", ""));

        Page page = submitted(Map.of("name", "Maija"));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html().select("h1").text()).isEqualTo("Katso sähköpostisi");
        assertThat(page.html().select(".done p")).hasSize(1);
    }

    @Test
    void asksWhoFillsTheHiddenFieldInToSendTheFormAgain() {
        Page page = submitted(Map.of("name", "Maija", "homepage", "https://spam.example.org"));

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
        assertThat(page.html().select("[name=homepage]").val()).isEmpty();
        assertThat(page.html().select("[aria-hidden]:has([name=homepage])")).hasSize(1);
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @Test
    void sendsAFormThatIsSentTwiceWithTheSameKey() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.json(201, "{\"status\":\"confirmed\",\"number\":1}"));
        Map<String, String> form = filled(browser.open(FORM).html(), Map.of("name", "A"));
        browser.submit(PAGE + "/registrations", form);
        browser.submit(PAGE + "/registrations", form);
        Map<String, String> other = filled(browser.open(FORM).html(), Map.of("name", "A"));

        List<String> keys =
                events.asked().stream()
                        .filter(asked -> asked.method().equals("POST"))
                        .map(asked -> asked.header("Idempotency-Key").getFirst())
                        .toList();
        assertThat(keys).hasSize(2);
        assertThat(keys.getFirst()).isEqualTo(keys.getLast());
        assertThat(other.get("key")).isNotEqualTo(keys.getFirst());
    }

    @Test
    void namesTheFieldsAtFaultAndKeepsWhatWasFilledIn() {
        events.on("GET " + EVENT, Reply.json(200, Facts.event(RULES)));
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(
                        422,
                        """
                        {"status":422,"errors":[
                          {"field":"email","code":"invalid","message":"x"},
                          {"field":"deputy.email","code":"invalid"},
                          {"field":"answers.lunch","code":"missing"},
                          {"field":"answers[diet][0]","code":"size"},
                          {"field":"associationId","code":"missing"}]}
                        """));

        Page page =
                submitted(
                        Map.of(
                                "name", "Maija",
                                "email", "<script>alert(1)</script>",
                                "answers.diet", "ei\nmaitoa"));
        Document html = page.html();

        assertThat(page.status()).isEqualTo(422);
        assertThat(html.title()).startsWith("Tarkista tiedot");
        assertThat(html.select("[role=alert] a").eachAttr("href"))
                .containsExactly(
                        "#email",
                        "#associationId",
                        "#deputy.email",
                        "#answers.lunch",
                        "#answers.diet");
        assertThat(html.select("[role=alert] a").eachAttr("href"))
                .allSatisfy(link -> assertThat(html.getElementById(link.substring(1))).isNotNull());
        assertThat(html.select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(html.select("#" + html.select("#email").attr("aria-describedby")).text())
                .contains("nimi@example.org");
        assertThat(html.select("#email").val()).isEqualTo("<script>alert(1)</script>");
        assertThat(html.select("[name='answers.diet']").val()).isEqualTo("ei\nmaitoa");
        assertThat(html.select("#name").val()).isEqualTo("Maija");
        assertThat(html.select("#name").hasAttr("aria-invalid")).isFalse();
        assertThat(html.select("details").hasAttr("open")).isTrue();
        assertThat(html.select("script:not([src])")).isEmpty();
        assertThat(html.text()).doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "already-registered",
                "association-has-its-seats",
                "deadline-passed",
                "event-cancelled",
                "event-postponed",
                "group-full",
                "not-open-yet",
                "waiting-list-full",
                "something-new"
            })
    void saysWhyItWasRefused(String reason) {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(409, "{\"status\":409,\"reason\":\"" + reason + "\"}"));

        Page page = submitted(Map.of("name", "Maija", "email", "maija@example.org"));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html().select("[role=alert] p").text()).isNotBlank().doesNotContain("??");
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
    }

    @Test
    void offersANewKeyForAFormThatWasSentBeforeWithOtherContent() {
        events.on(
                "POST " + REGISTRATIONS,
                Reply.problem(
                        422,
                        """
                        {"errors":[{"field":"Idempotency-Key","code":"idempotency-key-reused"}]}
                        """));
        Map<String, String> form = filled(browser.open(FORM).html(), Map.of("name", "B"));

        Document html = browser.submit(PAGE + "/registrations", form).html();

        assertThat(html.select("[role=alert]").text()).contains("jo ilmoittauduttu");
        assertThat(html.select("input[name=key]").val()).isNotEqualTo(form.get("key")).hasSize(24);
    }

    @Test
    void saysThatACrowdMustWait() {
        events.on("POST " + REGISTRATIONS, Reply.problem(429, "too-many"));

        Page page = submitted(Map.of("name", "A"));

        assertThat(page.status()).isEqualTo(429);
        assertThat(page.html().select("[role=alert]").text()).contains("Odota minuutti");
    }

    @Test
    void losesNothingWhenTheServiceGoesAway() {
        events.on("POST " + REGISTRATIONS, exchange -> exchange.close());
        Map<String, String> form = filled(browser.open(FORM).html(), Map.of("name", "Maija"));

        Page page = browser.submit(PAGE + "/registrations", form);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("#name").val()).isEqualTo("Maija");
        assertThat(page.html().select("input[name=key]").val()).isEqualTo(form.get("key"));
    }

    @Test
    void registersWithoutTheLoginOfThePerson() {
        browser.logIn(identityProvider(), "/login");
        events.on("POST " + REGISTRATIONS, Reply.json(201, "{\"status\":\"confirmed\"}"));
        Map<String, String> form = filled(browser.open(FORM).html(), Map.of("name", "A"));
        form.remove("_csrf");

        Page page = browser.submit(PAGE + "/registrations", form);

        assertThat(page.status()).isEqualTo(200);
        assertThat(events.last().header("Authorization")).isEmpty();
    }

    @Test
    void refusesAFormOfMegabytes() {
        Page page = browser.submit(PAGE + "/registrations", Map.of("name", "x".repeat(5_000_000)));

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.html().select("h1").text()).isEqualTo("Lähetit liikaa tietoa");
    }

    @Test
    void tellsWhatBecomesOfTheData() {
        Document page = browser.open("/m/743/privacy?lang=sv").html();

        assertThat(page.select("main").text()).contains("Seinäjoki", "90 dagar", "artikel 9.2 a");
        assertThat(page.select("main p").eachText())
                .anyMatch(text -> text.contains("förvaras åtskilda och raderas 7 dagar efter"))
                .anyMatch(text -> text.contains("specialkost och tillgänglighet raderas 7 dagar"));
        assertThat(page.select("main a[href^=https]").attr("href"))
                .isEqualTo("https://www.example.org/tietosuoja");
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
}
