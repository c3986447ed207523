package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.HOME;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;
import static fi.kumppani.portal.editor.FakeLetters.fields;

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

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Writing an issue block by block. */
class EditorPageIntegrationTests extends PortalUnderTest {

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
    }

    @ParameterizedTest
    @ValueSource(strings = {HOME, PAGE, PAGE + "/preview", PAGE + "/order", PAGE + "/progress"})
    void letsOnlyCoordinatorsOfTheMunicipalityIn(String path) {
        if (path.endsWith("/progress")) {
            FakeLetters.is(newsletter, "sending", "", "\"9\"");
        }
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).isEqualTo("to=" + path + "&lang=sv");
        identityProvider().rolesAre("grant-officer", "association-representative");
        Browser officer = browser();
        officer.logIn(identityProvider(), "/login");
        assertThat(officer.open(path).status()).isEqualTo(404);
        identityProvider().rolesAre("coordinator");
        browser.logIn(identityProvider(), "/login");
        assertThat(browser.open(path.replace("743", "179")).status()).isEqualTo(404);
        assertThat(newsletter.asked()).isEmpty();

        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
            assertThat(page.html().select("html").attr("lang")).isEqualTo(language);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HOME,
                PAGE,
                PAGE + "/preview",
                PAGE + "/order",
                PAGE + "/order/approval",
                PAGE + "/order/sending",
                PAGE + "/order/cancellation",
                PAGE + "/progress/pause",
                PAGE + "/progress/resumption",
                PAGE + "/progress/cancellation"
            })
    void refusesAFormWithoutItsToken(String path) {
        browser.logIn(identityProvider(), "/login");

        assertThat(browser.submit(path, Map.of("seen", "\"3\"")).status()).isEqualTo(403);
        assertThat(newsletter.asked()).isEmpty();
    }

    @Test
    void showsEachBlockWithItsFieldsInThreeLanguages() {
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PAGE).html();

        assertThat(html.select("h1").text()).isEqualTo("Marraskuun kirje");
        assertThat(html.select("fieldset[id^=block-] > legend").eachText())
                .containsExactly("Osa 1", "Osa 2");
        Map<String, String> form = fields(html.select("main form").getFirst());
        assertThat(form)
                .containsEntry("number", "3")
                .containsEntry("title.sv", "Brevet")
                .containsEntry("items[0].title.fi", "Järjestöillat")
                .containsEntry("items[0].title.en", "")
                .containsEntry("items[0].picture.alt.fi", "Talkoot")
                .containsEntry("items[1].text.fi", "Haku <b>aukeaa")
                .containsEntry("items[1].contact.email", "jarjestot@example.org");
        assertThat(html.select("[name='items[1].title.sv']").attr("lang")).isEqualTo("sv");
        assertThat(html.select("label[for='items[1].title.sv']").text())
                .isEqualTo("Otsikko ruotsiksi");
        assertThat(html.select("#block-1 button").eachAttr("value"))
                .containsExactly("down.0", "add.1", "remove.0");
    }

    @ParameterizedTest
    @CsvSource({
        "save, 0 1, ",
        "up.1, 1 0, block-1",
        "down.0, 1 0, block-2",
        "remove.0, 1, block-1",
        "remove.1, 0, block-1",
        "add.1, 0 1, block-2"
    })
    void doesWhatAButtonSaysAndSavesWhatIsTyped(String act, String order, String anchor) {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("title.en", "November");
        form.put("act", act);

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).as(alert(page)).isEqualTo(302);
        assertThat(page.location().getFragment()).isEqualTo(anchor);
        Asked put = sent("PUT");
        assertThat(put.header("If-Match")).containsExactly("\"3\"");
        assertThat(put.body())
                .contains(
                        "\"en\":\"November\"",
                        "\"segment\":{\"languages\":[],\"areas\":[\"nurmo\"]");
        int first = put.body().indexOf("Järjestöillat");
        int second = put.body().indexOf("Ansökan");
        switch (order) {
            case "0 1" -> assertThat(first).isBetween(0, second);
            case "1 0" -> assertThat(second).isBetween(0, first);
            case "0" -> assertThat(second).isNegative();
            default -> assertThat(first).isNegative();
        }
        if (act.equals("add.1")) {
            assertThat(page.location().getQuery()).contains("empty=1");
            Document again = browser.open(PAGE + "?done=saved&empty=1").html();
            assertThat(again.select("[name='items[1].title.fi']").val()).isEmpty();
            assertThat(again.select("[name='items[2].title.fi']").val()).isEqualTo("Haku");
        }
    }

    @Test
    void namesWhatLacksAndLosesNothing() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("title.fi", "");
        form.put("title.sv", " ");
        form.put("year", "tämä");
        form.put("items[0].text.fi", "");
        form.put("items[0].picture.alt.fi", "");
        form.put("items[1].contact.role.fi", "");
        form.put("items[1].text.sv", "ä".repeat(9_000));

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder(
                        "#title.fi",
                        "#year",
                        "#items[0].text.fi",
                        "#items[0].picture.alt.fi",
                        "#items[1].contact.role.fi");
        assertThat(page.html().select("[name='items[1].text.sv']").text()).hasSize(9_000);
        assertThat(newsletter.asked()).noneMatch(asked -> asked.method().equals("PUT"));
    }

    @Test
    void putsWhatTheServiceRefusesBesideTheBlockThoughAnEmptyOneIsBefore() {
        browser.logIn(identityProvider(), "/login");
        newsletter.on(
                "PUT " + DRAFT,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"items[1].contact.phone\",\"code\":\"pattern\"},"
                                + "{\"field\":\"items[0].title.sv\",\"code\":\"size\"}]}"));
        Map<String, String> form = form();
        form.put("act", "add.1");
        form.put("items[1].contact.phone", "soita");

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#items[2].contact.phone", "#items[0].title.sv");
        assertThat(page.html().select("[name='items[2].contact.phone']").val()).isEqualTo("soita");

        newsletter.on("PUT " + DRAFT, Reply.problem(409, "{\"reason\":\"number-taken\"}"));
        assertThat(alert(browser.submit(PAGE, form))).contains("toinen numero");
    }

    @Test
    void savesWhileSomebodyWrites() {
        browser.logIn(identityProvider(), "/login");

        Page saved = Forms.whileWriting(browser, PAGE, form());

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.html().select("#saved").attr("data-seen")).isEqualTo("\"4\"");
        assertThat(browser.open(PAGE).html().select("form .saving")).hasSize(1);

        FakeLetters.is(newsletter, "draft", "\"approved\":true,", "\"4\"");
        assertThat(browser.open(PAGE).html().select(".saving"))
                .as("what is approved is written anew on purpose")
                .isEmpty();
    }

    @Test
    void showsBothTextsWhenTwoPeopleWriteAtOnce() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("items[0].text.fi", "Minun tekstini");
        form.put("act", "remove.1");
        newsletter.on("PUT " + DRAFT, Reply.problem(412, "{}"));
        newsletter.on(
                "GET " + DRAFT,
                Reply.json(200, FakeLetters.issue("draft", "", "Toisen teksti"))
                        .and("ETag", "\"8\""));

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).isEqualTo(412);
        assertThat(alert(page)).contains("Joku muu");
        assertThat(page.html().select("[name='items[0].text.fi']").text())
                .isEqualTo("Minun tekstini");
        assertThat(page.html().select("#block-1 .saved").text()).contains("Toisen teksti");
        assertThat(page.html().select("#block-2 .saved").text())
                .as("what the other kept is not lost with one's own removal")
                .contains("Haku <b>aukeaa", "jarjestot@example.org");
        assertThat(page.html().select("[name=seen]").val()).isEqualTo("\"8\"");
    }

    @Test
    void keepsWhatWasTypedWhileTheServiceIsAway() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("items[0].text.fi", "Minun tekstini");
        newsletter.on("PUT " + DRAFT, exchange -> exchange.close());

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.html().select("[name='items[0].text.fi']").text())
                .isEqualTo("Minun tekstini");

        newsletter.on("GET " + DRAFT, exchange -> exchange.close());
        assertThat(browser.submit(PAGE, form).status()).isEqualTo(503);
        FakeLetters.draft(newsletter);
        assertKept(browser.open(PAGE).html());
    }

    @Test
    void keepsWhatWasTypedWhenTheLoginIsOver() {
        identityProvider().tokensLive(Duration.ofSeconds(5));
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = form();
        form.put("items[0].text.fi", "Minun tekstini");
        identityProvider().refuseRenewal();

        Page over = browser.submit(PAGE, form);

        assertThat(over.status()).isEqualTo(302);
        identityProvider().tokensLive(Duration.ofMinutes(15));
        String login = over.location().getPath() + "?" + over.location().getQuery();
        assertKept(
                browser.open(browser.logIn(identityProvider(), login).location().toString())
                        .html());
    }

    private static void assertKept(Document html) {
        assertThat(html.select("[role=alert]").text()).contains("ei ole vielä tallennettu");
        assertThat(html.select("[name='items[0].text.fi']").text()).isEqualTo("Minun tekstini");
        assertThat(html.select("[name=seen]").val()).isEqualTo("\"3\"");
    }

    @Test
    void showsWhatTheChecksFoundAtItsBlock() {
        FakeLetters.checks(
                newsletter,
                String.join(
                        ",",
                        FakeLetters.finding("error", "items[1].link", "not-public"),
                        FakeLetters.finding("warning", "items[0].title.sv", "not-translated"),
                        FakeLetters.finding("warning", "items[0].title", "same-heading"),
                        FakeLetters.finding("warning", "title.en", "capitals"),
                        FakeLetters.finding("error", "items", "too-large"),
                        FakeLetters.finding("warning", "items[1].text.fi", "something-new")));
        browser.logIn(identityProvider(), "/login");

        Document html = browser.open(PAGE).html();

        assertThat(html.select("#block-1 .finding").eachText())
                .containsExactly(
                        "Huomaa Otsikko ruotsiksi: ei ole käännetty; lukija saa toisenkielisen"
                                + " tekstin",
                        "Huomaa Otsikko: sama otsikko kuin toisella osalla");
        assertThat(html.select("#block-2 .finding.error a").attr("href"))
                .isEqualTo("#items[1].link");
        assertThat(html.select("#block-2 .finding").eachText())
                .contains("Huomaa Teksti suomeksi: tarkista tämä");
        assertThat(html.select("article > .findings .finding").eachText())
                .anyMatch(text -> text.startsWith("Huomaa Otsikko englanniksi"))
                .anyMatch(text -> text.startsWith("Korjattava Kirjeen osat: yli 102 kt"));
        assertThat(browser.open(PAGE + "?empty=0").html().select("#block-2 .finding")).hasSize(2);

        newsletter.on("GET " + DRAFT + "/checks", exchange -> exchange.close());
        assertThat(browser.open(PAGE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"scheduled, order", "sending, progress", "sent, progress"})
    void leadsToWhereALetterIsThatIsNoDraftAnyMore(String state, String step) {
        browser.logIn(identityProvider(), "/login");
        FakeLetters.is(newsletter, state, "", "\"5\"");

        Page page = browser.open(PAGE);

        assertThat(page.status()).isEqualTo(302);
        assertThat(page.location().getPath()).isEqualTo(PAGE + "/" + step);
    }

    private Map<String, String> form() {
        return fields(browser.open(PAGE).html().select("main form").getFirst());
    }

    private Asked sent(String method) {
        return newsletter.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method))
                .findFirst()
                .orElseThrow();
    }

    private static String alert(Page page) {
        return page.html().select("[role=alert]").text();
    }
}
