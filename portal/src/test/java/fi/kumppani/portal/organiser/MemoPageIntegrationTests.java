package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.PAGE;
import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.button;
import static fi.kumppani.portal.testing.Forms.text;
import static fi.kumppani.portal.testing.Forms.upload;

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

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** Writing a memo, its files, publishing it, and how what was agreed stands. */
class MemoPageIntegrationTests extends PortalUnderTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String MEMO = EVENT + "/memo";
    private static final String HERE = PAGE + "/memo";

    private final Browser browser = browser();
    private final StubService events = service(Backend.EVENTS);
    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveAMemo() {
        registry.on("GET /v1/municipalities/743", Facts.seinajoki());
        registry.on(
                "GET /v1/municipalities/743/associations/a1",
                Reply.json(200, "{\"id\":\"a1\",\"name\":{\"fi\":\"Kyläyhdistys ry\"}}"));
        registry.on(
                "GET /v1/municipalities/743/associations",
                FakeOrganised.listing("{\"id\":\"a2\",\"name\":{\"fi\":\"Urheiluseura ry\"}}"));
        FakeOrganised.event(events, "published");
        FakeOrganised.is(events, FakeOrganised.held());
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void writesTheMemoAnewWithWhatItIsOf() {
        Document html = browser.open(HERE).html();
        assertThat(html.select("[name=text.fi]").text()).contains("<b>toimijaa</b>");
        assertThat(html.select("[name=s0.group] [selected]").text()).isEqualTo("Kulttuuri");
        assertThat(html.select("[name=a0.association]").val()).isEqualTo("Kyläyhdistys ry");
        Map<String, String> form = button(html, "/memo");
        form.put("s0.group", "culture");
        form.put("a1.what.fi", "Kutsutaan koolle");
        form.put("a1.association", "urheiluseura");
        form.put("a1.due", "1.12.2099");

        Page saved = browser.submit(HERE, form);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(asked("PUT", MEMO).header("If-Match")).containsExactly("\"3\"");
        JsonNode sent = JSON.readTree(asked("PUT", MEMO).body());
        assertThat(sent.at("/sections")).hasSize(1);
        assertThat(sent.at("/sections/0/group").asString()).isEqualTo("culture");
        assertThat(sent.at("/actions")).hasSize(2);
        assertThat(sent.at("/actions/0/id").asString()).isEqualTo("7");
        assertThat(sent.at("/actions/0/done").asBoolean()).isTrue();
        assertThat(sent.at("/actions/0/associationId").asString()).isEqualTo("a1");
        assertThat(sent.at("/actions/1").has("id")).isFalse();
        assertThat(sent.at("/actions/1/associationId").asString()).isEqualTo("a2");
        assertThat(sent.at("/actions/1/who/fi").asString()).isEqualTo("Urheiluseura ry");
        assertThat(sent.at("/actions/1/due").asString()).isEqualTo("2099-12-01");
        assertThat(text(browser.open(saved.location().toString()).html())).contains("tallennettu");
    }

    @Test
    void beginsAMemoAndSaysWhatIsLacking() {
        events.on("GET " + MEMO, Reply.problem(404, "not-found"));
        events.on("PUT " + MEMO, FakeOrganised.seen("\"0\"", FakeOrganised.memo("draft")));
        Document html = browser.open(HERE).html();
        assertThat(html.select("[type=file]")).isEmpty();
        Map<String, String> form = button(html, "/memo");
        form.put("s0.text.fi", "Ilman otsikkoa");
        form.put("a0.what.fi", "Tehdään");
        form.put("a1.what.fi", "Toinenkin");
        form.put("a1.association", "ei ole");
        registry.on("GET /v1/municipalities/743/associations", FakeOrganised.listing());

        Page refused = browser.submit(HERE, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .contains("#text.fi", "#s0.title.fi", "#a0.who.fi", "#a1.association");
        assertThat(refused.html().select("[name=s0.text.fi]").text()).isEqualTo("Ilman otsikkoa");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));
        form.put("text.fi", "Muistio");
        form.put("s0.title.fi", "Otsikko");
        form.put("a0.who.fi", "Koordinaattori");
        form.put("a1.what.fi", "");
        form.put("a1.association", "");
        assertThat(browser.submit(HERE, form).status()).isEqualTo(302);
    }

    @Test
    void putsWhatTheServiceRefusesBesideTheRowItIsOf() {
        Map<String, String> form = button(browser.open(HERE).html(), "/memo");
        form.put("s1.title.fi", "Toinen");
        form.put("s1.text.fi", "Osa");
        form.put("s0.title.fi", "");
        form.put("s0.text.fi", "");
        events.on(
                "PUT " + MEMO,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"sections[0].title.fi\",\"code\":\"size\"}]}"));

        Page refused = browser.submit(HERE, form);

        assertThat(refused.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#s1.title.fi");
        assertThat(refused.html().text()).doesNotContain("??");
    }

    @Test
    void keepsBothTextsWhenSomebodyElseWasFaster() {
        Map<String, String> form = button(browser.open(HERE).html(), "/memo");
        form.put("text.fi", "Oma teksti");
        form.put("seen", "\"2\"");

        Page stale = browser.submit(HERE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[name=text.fi]").text()).isEqualTo("Oma teksti");
        assertThat(stale.html().select(".saved .lines").text()).contains("23 <b>toimijaa</b>");
        assertThat(stale.html().select("[name=seen]").getFirst().val()).isEqualTo("\"3\"");
        events.on("PUT " + MEMO, exchange -> exchange.close());
        Page away = browser.submit(HERE, form);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=text.fi]").text()).isEqualTo("Oma teksti");
    }

    @Test
    void attachesFilesAndTakesThemAway() {
        String files = HERE + "/attachments";
        Document html = browser.open(files).html();
        assertThat(html.select("a[download]").attr("href"))
                .isEqualTo("/api/events" + MEMO + "/attachments/abc");
        Map<String, String> form = button(html, "/memo/attachments");
        events.on("POST " + MEMO + "/attachments", Reply.json(201, "{\"id\":\"def\"}"));

        Page attached = upload(browser, files, form, "liite.txt", "Sisältö");

        assertThat(attached.location().getPath()).isEqualTo(files);
        assertThat(attached.location().getQuery()).isEqualTo("done=attached");
        assertThat(text(browser.open(attached.location().toString()).html())).contains("lisätty");
        assertThat(asked("POST", MEMO + "/attachments").header("Content-Disposition"))
                .allMatch(value -> value.contains("liite.txt") && !value.contains("fakepath"));
        events.on(
                "POST " + MEMO + "/attachments",
                Reply.problem(409, "{\"reason\":\"attachments-full\"}"));
        Page full = upload(browser, files, form, "liite.txt", "Sisältö");
        assertThat(alert(full)).contains("kymmenen liitettä");
        assertThat(upload(browser, files, form, "tyhja.txt", "").status()).isEqualTo(422);

        events.on("DELETE " + MEMO + "/attachments/abc", FakeOrganised.memo("draft"));
        Page removed =
                browser.submit(
                        files + "/abc/removal", button(html, "/memo/attachments/abc/removal"));
        assertThat(removed.location().getQuery()).isEqualTo("done=removed");
        assertThat(browser.submit(files + "/abc/removal", Map.of()).status())
                .as("a form without its token")
                .isEqualTo(403);
        events.on("GET " + MEMO, Reply.problem(404, "not-found"));
        assertThat(browser.open(files).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"attachments", "publication", "open.7", "save"})
    void savesWhatWasTypedWhicheverButtonIsPressed(String act) {
        String action = MEMO + "/actions/7/progress";
        events.on("PUT " + action, FakeOrganised.seen("\"3\"", FakeOrganised.memo("draft")));
        Document html = browser.open(HERE).html();
        assertThat(html.select("main button").eachAttr("value")).contains(act);
        assertThat(html.select("main button:not([form])"))
                .as("buttons that are not the form's")
                .allMatch(button -> button.closest("form") != null);
        assertThat(html.select("main form")).hasSize(1);
        Map<String, String> form = button(html, "/memo");
        form.put("text.fi", "Juuri kirjoitettu");
        form.put("act", act);

        Page next = browser.submit(HERE, form);

        assertThat(asked("PUT", MEMO).body()).contains("Juuri kirjoitettu");
        assertThat(next.status()).isEqualTo(302);
        assertThat(next.location().getPath())
                .isEqualTo(act.matches("open.*|save") ? HERE : HERE + "/" + act);
        assertThat(text(browser.open(next.location().toString()).html()))
                .contains(act.equals("open.7") ? "Tilanne on merkitty" : "tallennettu");
        form.put("text.fi", "");
        Page refused = browser.submit(HERE, form);
        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void losesNothingThatWasTypedWhenAButtonCannotDoItsAct() {
        Map<String, String> form = button(browser.open(HERE).html(), "/memo");
        form.put("act", "attachments");
        form.put("s1.title.fi", "Kesken jäänyt");

        Page refused = browser.submit(HERE, form);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.html().select("[name=s1.title.fi]").val()).isEqualTo("Kesken jäänyt");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void publishesAfterSayingWhoIsMailed() {
        String path = HERE + "/publication";
        events.on(
                "PUT " + MEMO + "/publication",
                FakeOrganised.seen("\"3\"", FakeOrganised.memo("published")));
        Document html = browser.open(path).html();
        assertThat(text(html)).contains("sähköpostitse kaikille, jotka on merkitty ovella");
        Map<String, String> form = button(html, "/memo/publication");
        form.put("seen", "\"1\"");
        assertThat(alert(browser.submit(path, form))).contains("Joku muu");

        Page published = browser.submit(path, button(html, "/memo/publication"));

        assertThat(published.location().getPath()).isEqualTo(HERE);
        events.on("GET " + MEMO, FakeOrganised.memo("published"));
        assertThat(browser.open(path).html().select("main form")).isEmpty();
        FakeOrganised.is(events, FakeOrganised.whole("published"));
        events.on("GET " + MEMO, FakeOrganised.memo("draft"));
        assertThat(browser.open(path).html().select("main form")).isEmpty();
        FakeOrganised.is(events, FakeOrganised.whole("draft"));
        assertThat(browser.open(HERE).status()).isEqualTo(404);
    }

    @Test
    void followsWhatWasAgreed() {
        events.on("GET " + MEMO, FakeOrganised.memo("published"));
        String action = MEMO + "/actions/7/progress";
        events.on("PUT " + action, FakeOrganised.seen("\"3\"", FakeOrganised.memo("published")));
        Document html = browser.open(HERE).html();
        assertThat(html.select("section[aria-labelledby=followed] li").text())
                .contains("Tehty", "Etsitään tilat");

        Map<String, String> form = button(html, "/memo");
        form.put("act", html.select("section[aria-labelledby=followed] button").val());

        Page followed = browser.submit(HERE, form);

        assertThat(followed.location().getQuery()).isEqualTo("done=followed");
        assertThat(asked("PUT", action).body()).isEqualTo("{\"done\":false}");
    }

    private Asked asked(String method, String path) {
        return events.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
