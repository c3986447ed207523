package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.LIST;
import static fi.kumppani.portal.organiser.FakeOrganised.M;
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
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;

/** Planning an event, writing it anew and copying it, without scripts. */
class EventFormIntegrationTests extends PortalUnderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NEW = LIST + "/new";
    private static final String EDIT = PAGE + "/edit";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void haveAnEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeOrganised.event(events, "published");
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void plansAnEvent() {
        Map<String, String> form = form(browser.open(NEW).html());
        form.put("title.fi", "Siivouspäivä");
        form.put("title.en", "Clean-up day");
        form.put("venue.name.fi", "Tori");
        form.put("startsAt.day", "2099-05-02");
        form.put("startsAt.time", "10.00");
        form.put("endsAt.time", "14:30");
        form.put("coffeeFrom.time", "9.45");
        form.put("registrationDeadline.day", "1.5.2099");
        form.put("registrationDeadline.time", "23:59");
        form.put("capacity", "40");
        form.put("registration.queue", "offer");
        form.put("registration.acceptWithin", "24");
        form.put("minimum.atLeast", "5");
        form.put("minimum.decidedAt.day", "2099-04-30");
        form.put("minimum.decidedAt.time", "12:00");
        form.put("registration.answerByMailOnly", "true");
        form.put("q0.label.fi", "Erityisruokavalio");
        form.put("q0.purpose", "catering");

        Page made = browser.submit(NEW, form);

        assertThat(made.status()).isEqualTo(302);
        assertThat(made.location().getPath()).isEqualTo(PAGE);
        assertThat(made.location().getQuery()).isEqualTo("done=made");
        Asked asked = asked("POST", M + "/events");
        assertThat(asked.header("Idempotency-Key")).containsExactly(form.get("key"));
        JsonNode body = JSON.readTree(asked.body());
        assertThat(body.at("/title").toString())
                .isEqualTo("{\"fi\":\"Siivouspäivä\",\"en\":\"Clean-up day\"}");
        assertThat(body.at("/startsAt").asString()).isEqualTo("2099-05-02T07:00:00Z");
        assertThat(body.at("/endsAt").asString()).isEqualTo("2099-05-02T11:30:00Z");
        assertThat(body.at("/coffeeFrom").asString()).isEqualTo("2099-05-02T06:45:00Z");
        assertThat(body.at("/registrationDeadline").asString()).isEqualTo("2099-05-01T20:59:00Z");
        assertThat(body.at("/capacity").asInt()).isEqualTo(40);
        assertThat(body.at("/minimum/atLeast").asInt()).isEqualTo(5);
        assertThat(body.at("/minimum/decidedAt").asString()).isEqualTo("2099-04-30T09:00:00Z");
        assertThat(body.at("/attendance/mode").asString()).isEqualTo("in-person");
        assertThat(body.at("/enrolment/place").asString()).isEqualTo("here");
        assertThat(body.at("/registration/acceptWithin").asString()).isEqualTo("PT24H");
        assertThat(body.at("/registration/admitted").asString()).isEqualTo("anyone");
        assertThat(body.at("/registration/answerByMailOnly").asBoolean()).isTrue();
        assertThat(body.at("/registration/questions/0/purpose").asString()).isEqualTo("catering");
        assertThat(body.at("/registration/questions/0/kind").asString()).isEqualTo("text");
        assertThat(body.at("/registration/questions")).hasSize(1);
        assertThat(body.has("theme")).isFalse();
        assertThat(body.has("programme")).isFalse();
    }

    @Test
    void saysWhatIsLackingBesideItsFieldAndLosesNothing() {
        Map<String, String> form = form(browser.open(NEW).html());
        form.put("description.fi", "Tuo <b>oma</b> kuppi.");
        form.put("capacity", "monta");
        form.put("minimum.atLeast", "5");
        form.put("doorsFrom.time", "kello kuusi");

        Page refused = browser.submit(NEW, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .contains(
                        "#title.fi",
                        "#venue.name.fi",
                        "#startsAt.day",
                        "#endsAt.day",
                        "#registrationDeadline.day",
                        "#capacity",
                        "#minimum.decidedAt.day");
        assertThat(refused.html().select("[name=description.fi]").text())
                .isEqualTo("Tuo <b>oma</b> kuppi.");
        assertThat(refused.html().select("[name=capacity]").val()).isEqualTo("monta");
        assertThat(refused.html().select("[name=capacity]").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.html().select("[name=key]").val()).isEqualTo(form.get("key"));
        assertThat(refused.html().title()).startsWith("Tarkista tiedot");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("POST"));
    }

    @ParameterizedTest
    @CsvSource({
        "title.sv, title.sv",
        "venue.name.fi, venue.name.fi",
        "endsAt, endsAt.day",
        "coffeeFrom, coffeeFrom.day",
        "registrationDeadline, registrationDeadline.day",
        "minimum.atLeast, minimum.atLeast",
        "registration.opensAt, registration.opensAt.day",
        "registration.acceptWithin, registration.acceptWithin",
        "registration.partyRule, registration.queue",
        "venue.accessibility[0], venue.accessibility",
        "attendance.onlineAddress, attendance.onlineAddress",
        "registration.questions.diet, q1.label.fi",
        "registration.questions[0].label, q0.label.fi"
    })
    void putsWhatTheServiceRefusesBesideTheField(String path, String field) {
        events.on(
                "PUT " + EVENT,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"%s\",\"code\":\"wrong\"}]}".formatted(path)));

        Page refused = browser.submit(EDIT, form(browser.open(EDIT).html()));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#" + field);
        assertThat(refused.html().getElementById(field)).isNotNull();
        assertThat(refused.html().text()).doesNotContain("??");
    }

    @Test
    void writesBackWhatTheFormDoesNotShow() {
        Document html = browser.open(EDIT).html();
        assertThat(html.select("[name=startsAt.day]").val()).isEqualTo("2099-09-23");
        assertThat(html.select("[name=startsAt.time]").val()).isEqualTo("17:00");
        assertThat(html.select("[name=registration.mostWaiting]").val()).isEmpty();
        assertThat(html.select("[name=registration.admitted]").eachAttr("value"))
                .containsExactly("anyone", "associations", "members");
        assertThat(html.select("main").text()).contains("71", "lähetetään sähköposti");

        Page saved = browser.submit(EDIT, form(html));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.location().getQuery()).isEqualTo("done=saved");
        assertThat(asked("PUT", EVENT).header("If-Match")).containsExactly("\"6\"");
        ObjectNode expected = (ObjectNode) JSON.readTree(FakeOrganised.whole("published"));
        expected.remove(List.of("id", "status", "situation", "open", "cancellationReason"));
        expected.remove("imported");
        expected.put("capacity", 80).remove("seats");
        ((ObjectNode) expected.get("minimum")).remove("assured");
        ((ObjectNode) expected.get("attendance")).remove("onlineAddressPublic");
        ObjectNode rules = (ObjectNode) expected.get("registration");
        rules.remove("formVersion");
        rules.remove("mostWaiting");
        ObjectNode diet = (ObjectNode) rules.at("/questions/1");
        diet.remove("options");
        ObjectNode sent = (ObjectNode) JSON.readTree(asked("PUT", EVENT).body());
        sent.at("/registration/questions")
                .forEach(
                        question -> {
                            withoutNulls((ObjectNode) question.get("label"));
                            question.path("options")
                                    .forEach(
                                            option ->
                                                    withoutNulls((ObjectNode) option.get("label")));
                        });
        assertThat(sent).isEqualTo(expected);
    }

    @Test
    void movesTheProgrammeWithTheStartAndForgetsThePlaceOfAnotherAddress() {
        Map<String, String> form = form(browser.open(EDIT).html());
        form.put("startsAt.time", "18:00");
        form.put("endsAt.time", "20:00");
        form.put("venue.streetAddress", "Toinen katu 1");
        form.put("registration.admitted", "associations");
        form.put("registration.queue", "automatic");
        form.put("q1.label.fi", "");

        browser.submit(EDIT, form);

        JsonNode sent = JSON.readTree(asked("PUT", EVENT).body());
        assertThat(sent.at("/programme/0/startsAt").asString()).isEqualTo("2099-09-23T15:10:00Z");
        assertThat(sent.at("/programme/1").has("startsAt")).isFalse();
        assertThat(sent.at("/venue").has("position")).isFalse();
        assertThat(sent.at("/registration/admitted").asString()).isEqualTo("associations");
        assertThat(sent.at("/registration").has("acceptWithin")).isFalse();
        assertThat(sent.at("/registration/questions")).hasSize(1);
        assertThat(sent.at("/registration/cutOff").asString()).isEqualTo("PT24H");
    }

    @Test
    void keepsBothTextsWhenSomebodyElseWasFaster() {
        Map<String, String> form = form(browser.open(EDIT).html());
        form.put("title.fi", "Oma otsikko");
        form.put("attendance.mode", "online");
        events.on(
                "GET " + EVENT,
                Reply.json(
                                200,
                                FakeOrganised.whole("published")
                                        .replace("Yhteistyöllä", "Toisen teema"))
                        .and("ETag", "\"7\""));
        events.on("PUT " + EVENT, FakeOrganised.seen("\"7\"", Reply.json(200, "{}")));

        Page stale = browser.submit(EDIT, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(alert(stale)).contains("Joku muu");
        Document html = stale.html();
        assertThat(html.select("[name=title.fi]").val()).isEqualTo("Oma otsikko");
        assertThat(html.select(".saved .lines").eachText())
                .contains("Järjestöilta <b>2099</b>", "Toisen teema")
                .anyMatch(text -> text.startsWith("Paikan päällä tai verkossa"));
        assertThat(browser.submit(EDIT, form(html)).status()).isEqualTo(302);
    }

    @Test
    void saysAtItsFieldThatSeatsHaveBeenGivenAlready() {
        events.on("PUT " + EVENT, Reply.problem(409, "{\"reason\":\"capacity-below-confirmed\"}"));

        Page refused = browser.submit(EDIT, form(browser.open(EDIT).html()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.html().select("[role=alert] a").attr("href")).isEqualTo("#capacity");
        events.on("PUT " + EVENT, exchange -> exchange.close());
        Map<String, String> form = form(refused.html());
        form.put("title.fi", "Uusi otsikko");
        Page away = browser.submit(EDIT, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=title.fi]").val()).isEqualTo("Uusi otsikko");
    }

    @Test
    void keepsWhatWasSentWhileTheServiceWasAwayUntilThePageIsThere() {
        Map<String, String> form = form(browser.open(EDIT).html());
        form.put("title.fi", "Tallessa");
        events.on("GET " + EVENT, exchange -> exchange.close());
        assertThat(browser.submit(EDIT, form).status()).isEqualTo(503);
        FakeOrganised.event(events, "published");

        Page again = browser.open(EDIT);

        assertThat(alert(again)).contains("ei ole vielä tallennettu");
        assertThat(again.html().select("[name=title.fi]").val()).isEqualTo("Tallessa");
    }

    @Test
    void copiesAnEventWithoutItsDays() {
        Document html = browser.open(NEW + "?copy=" + Facts.EVENT).html();
        assertThat(html.select("[name=title.fi]").val()).isEqualTo("Järjestöilta <b>2099</b>");
        assertThat(html.select("[name=startsAt.day]").val()).isEmpty();
        assertThat(html.select("[name=startsAt.time]").val()).isEqualTo("17:00");
        Map<String, String> form = form(html);
        form.put("startsAt.day", "2100-09-22");
        form.put("registrationDeadline.day", "2100-09-20");
        form.put("minimum.decidedAt.day", "2100-09-19");

        assertThat(browser.submit(NEW, form).status()).isEqualTo(302);

        JsonNode sent = JSON.readTree(asked("POST", M + "/events").body());
        assertThat(sent.at("/startsAt").asString()).isEqualTo("2100-09-22T14:00:00Z");
        assertThat(sent.at("/endsAt").asString()).isEqualTo("2100-09-22T16:00:00Z");
        assertThat(sent.at("/programme/0/startsAt").asString()).isEqualTo("2100-09-22T14:10:00Z");
        assertThat(sent.at("/seriesId").asString()).isEqualTo("s1");
        assertThat(sent.at("/registration/quotas/0/id").asString()).isEqualTo("clubs");
        assertThat(sent.has("id")).isFalse();
        assertThat(sent.has("cancellationReason")).isFalse();
    }

    @Test
    void makesAnotherEventOnPurposeAlone() {
        Map<String, String> form = form(browser.open(NEW + "?copy=" + Facts.EVENT).html());
        form.put("startsAt.day", "2100-09-22");
        form.put("registrationDeadline.day", "2100-09-20");
        form.put("minimum.decidedAt.day", "2100-09-19");
        events.on(
                "POST " + M + "/events",
                Reply.problem(
                        422, "{\"errors\":[{\"field\":\"Idempotency-Key\",\"code\":\"reused\"}]}"));

        Page before = browser.submit(NEW, form);

        assertThat(alert(before)).contains("jo lähetetty");
        assertThat(before.html().select("[name=key]").val()).isNotEqualTo(form.get("key"));
        assertThat(before.html().select("[name=copy]").val()).isEqualTo(Facts.EVENT);
    }

    private static void withoutNulls(ObjectNode text) {
        text.propertyNames().stream()
                .filter(name -> text.get(name).isNull())
                .toList()
                .forEach(text::remove);
    }

    /** What the form sends, with what is chosen from lists. */
    private static Map<String, String> form(Document html) {
        Element form = html.select("main form").getFirst();
        Map<String, String> fields = Forms.fields(form);
        form.select("select")
                .forEach(
                        select ->
                                fields.put(
                                        select.attr("name"),
                                        select.select("option[selected]").val()));
        return fields;
    }

    private Asked asked(String method, String path) {
        return events.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
