package fi.kumppani.portal.usage;

import static fi.kumppani.portal.testing.Forms.alert;
import static fi.kumppani.portal.testing.Forms.fields;
import static fi.kumppani.portal.testing.Forms.text;
import static fi.kumppani.portal.testing.Forms.whileWriting;

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
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Reporting how a grant was used, with receipts. */
class ReportPagesIntegrationTests extends PortalUnderTest {

    private static final String API = FakeReport.API;
    private static final String PAGE = FakeReport.PAGE;
    private static final String RECEIPTS = FakeReport.RECEIPTS;

    private final Browser browser = browser();
    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeReport.draft(grants);
        identityProvider().rolesAre("association-representative");
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, RECEIPTS})
    void letsRepresentativesInAndNobodyElse(String path) {
        Page nobody = browser.open(path + "?lang=sv");
        assertThat(nobody.status()).isEqualTo(302);
        assertThat(nobody.location().getQuery()).startsWith("to=" + path).endsWith("&lang=sv");
        identityProvider().rolesAre("coordinator");
        Browser coordinator = browser();
        coordinator.logIn(identityProvider(), "/login");
        assertThat(coordinator.open(path).status()).isEqualTo(404);
        assertThat(grants.asked()).isEmpty();

        identityProvider().rolesAre("association-representative");
        browser.logIn(identityProvider(), "/login");
        for (String language : List.of("fi", "sv", "en")) {
            Page page = browser.open(path + "?lang=" + language);
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.html().text()).doesNotContain("??");
        }
        grants.on("GET " + API, Reply.problem(404, "not-found"));
        assertThat(browser.open(path).status()).isEqualTo(404);
        grants.on("GET " + API, Reply.problem(503, "away"));
        assertThat(browser.open(path).status()).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PAGE,
                RECEIPTS,
                RECEIPTS + "/removal",
                PAGE + "/files",
                PAGE + "/files/f1/removal"
            })
    void refusesAFormWithoutItsToken(String path) {
        browser.logIn(identityProvider(), "/login");

        Page page = browser.submit(path, Map.of("mark", "x"));

        assertThat(page.status()).isEqualTo(403);
        assertThat(grants.asked()).isEmpty();
    }

    @Test
    void savesWhatIsWrittenAndLeavesTheReceiptsAsTheyAre() {
        Map<String, String> form = opened();
        assertThat(form)
                .containsEntry("cost.materials", "112,50")
                .containsEntry("participants", "1200")
                .containsEntry("text", "Tanssit");
        form.put("cost.materials", "0");
        form.put("cost.premises", "1 100,5 €");
        form.put("volunteerHours", "40");
        form.put("text", "Tanssit\r\nja talkoot");
        FakeReport.is(grants, "draft", "Tanssit", FakeReport.TWO_RECEIPTS, "", "\"8\"");
        grants.on("PUT " + API, FakeReport.report("draft", "x", "[]", ""));

        Page saved = browser.submit(PAGE, form);

        assertThat(saved.status()).as(alert(saved)).isEqualTo(302);
        assertThat(saved.location().getPath()).isEqualTo(PAGE);
        assertThat(saved.location().getQuery()).contains("done=saved");
        Asked sent = sent("PUT", "/usage-report");
        assertThat(sent.header("If-Match")).containsExactly("\"8\"");
        assertThat(sent.body())
                .contains("\"costs\":[{", "\"1100.50\"", "\"category\":\"premises\"")
                .doesNotContain("112.50")
                .contains("\"volunteerHours\":40", "\"participants\":1200")
                .contains("\"text\":\"Tanssit\\nja talkoot\"")
                .contains("\"amount\":\"12.50\"", "\"file\":\"f1\"", "Salin vuokra");
        form.put("act", "receipts");
        assertThat(browser.submit(PAGE, form).location().getPath()).isEqualTo(RECEIPTS);
    }

    @Test
    void namesWhatIsWrongAndLosesNothing() {
        Map<String, String> form = opened();
        form.put("cost.travel", "paljon");
        form.put("events", "1,5");
        form.put("text", "ä".repeat(10_001));

        Page page = browser.submit(PAGE, form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#cost.travel", "#events", "#text");
        assertThat(page.html().select("[name='cost.travel']").val()).isEqualTo("paljon");
        assertThat(page.html().select("[name=text]").getFirst().wholeText()).hasSize(10_001);
        assertThat(puts()).isEmpty();
        grants.on(
                "PUT " + API,
                Reply.problem(
                        422,
                        "{\"errors\":[{\"field\":\"costs[0].amount\",\"code\":\"range\"},"
                                + "{\"field\":\"text\",\"code\":\"size\"}]}"));
        assertThat(browser.submit(PAGE, opened()).html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#cost.materials", "#text");
        grants.on("PUT " + API, exchange -> exchange.close());
        Page away = browser.submit(PAGE, opened());
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=text]").text()).isEqualTo("Tanssit");
    }

    @Test
    void showsBothTextsWhenTwoPeopleWriteAtOnce() {
        Map<String, String> form = opened();
        form.put("text", "Oma tekstini");
        FakeReport.is(grants, "draft", "Toisen teksti", "[]", "", "\"9\"");

        Page stale = browser.submit(PAGE, form);

        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.html().select("[name=text]").text()).isEqualTo("Oma tekstini");
        assertThat(stale.html().select(".saved").eachText())
                .containsExactly("Tähän on sillä välin tallennettu: Toisen teksti");
        assertThat(puts()).isEmpty();
        grants.on("PUT " + API, FakeReport.report("draft", "x", "[]", ""));
        Map<String, String> again = fields(stale.html().select("main form").getFirst());
        assertThat(browser.submit(PAGE, again).status()).isEqualTo(302);
        assertThat(sent("PUT", "/usage-report").body()).contains("Oma tekstini");
    }

    @Test
    void savesWhileSomebodyWritesAndHandsNothingIn() {
        Map<String, String> form = opened();
        form.put("text", "Tanssit ja");
        grants.on("PUT " + API, FakeReport.report("draft", "Tanssit ja", "[]", ""));
        String mark = whileWriting(browser, PAGE, form).html().select("#saved").attr("data-seen");
        assertThat(mark).isNotEmpty().isNotEqualTo(form.get("mark"));
        FakeReport.is(grants, "draft", "Tanssit ja", "[]", "", "\"8\"");
        assertThat(opened()).containsEntry("mark", mark);
    }

    @Test
    void handsInWhatIsWrittenOrSaysWhyNot() {
        Map<String, String> form = opened();
        form.put("act", "hand-in");
        grants.on("PUT " + API, FakeReport.report("draft", "x", "[]", "").and("ETag", "\"8\""));
        grants.on(
                "PUT " + API + "/submission", Reply.problem(409, "{\"reason\":\"file-missing\"}"));

        Page refused = browser.submit(PAGE, form);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(alert(refused)).contains("Tarkista kuitit");
        grants.on("PUT " + API + "/submission", FakeReport.report("handed-in", "x", "[]", ""));
        Page sent = browser.submit(PAGE, form);
        assertThat(sent.status()).isEqualTo(302);
        assertThat(sent("PUT", "/submission").header("If-Match")).containsExactly("\"8\"");
        FakeReport.is(
                grants,
                "handed-in",
                "Tanssit",
                FakeReport.TWO_RECEIPTS,
                "\"handedInAt\":\"2026-07-01T09:00:00Z\",",
                "\"9\"");
        Document html = browser.open(sent.location().toString()).html();
        assertThat(html.select("[role=status]").text()).contains("Selvitys on lähetetty");
        assertThat(text(html))
                .contains("ke 1.7.2026 klo 12.00", "112,50 €", "1 200", "Kahvia <b>ja pullaa")
                .contains("ohjelma.pdf");
        assertThat(html.select("main b, main form")).isEmpty();
        assertThat(browser.open(RECEIPTS).status()).isEqualTo(404);
    }

    @Test
    void tellsWhatIsToBeCompletedAndWhatWasFound() {
        browser.logIn(identityProvider(), "/login");
        FakeReport.is(
                grants,
                "supplementing",
                "Tanssit",
                "[]",
                "\"dueOn\":\"2026-05-01\",\"missing\":{\"fi\":\"Kuitit <i>puuttuvat\"},",
                "\"9\"");
        Document asked = browser.open(PAGE).html();
        assertThat(text(asked))
                .contains("Täydennettävänä", "Kuitit <i>puuttuvat", "viimeistään pe 1.5.2026");
        assertThat(asked.select("main [name=text]")).hasSize(1);

        FakeReport.is(
                grants,
                "concluded",
                "Tanssit",
                "[]",
                """
                "conclusion":{"finding":"partly-approved","accepted":"100.00","recover":"12.50",
                 "reason":"Pullat eivät kuulu tukeen."},
                """,
                "\"10\"");
        assertThat(text(browser.open(PAGE).html()))
                .contains("hyväksytty osittain", "100 €", "12,50 €", "Pullat eivät kuulu tukeen.");
    }

    @Test
    void addsAReceiptWithItsFile() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(RECEIPTS).html();
        assertThat(text(html)).contains("Kahvia <b>ja pullaa", "12,50 €", "Ei tiedostoa", "20 kt");
        assertThat(html.select("main b")).isEmpty();
        assertThat(html.select("a[download]").attr("href"))
                .isEqualTo("/api/grants" + API + "/files/f1");
        Map<String, String> form = receipt(html);
        grants.on("POST " + API + "/files", Reply.json(201, "{\"id\":\"f3\",\"bytes\":3}"));
        grants.on("PUT " + API, FakeReport.report("draft", "x", "[]", ""));

        Page added = Forms.upload(browser, RECEIPTS, form, "kui tti.pdf", "%PDF-1.7 x");

        assertThat(added.status()).as(alert(added)).isEqualTo(302);
        assertThat(sent("POST", "/files").header("Content-Disposition").getFirst())
                .contains("filename*=UTF-8''kui%20tti.pdf");
        Asked sent = sent("PUT", "/usage-report");
        assertThat(sent.header("If-Match")).containsExactly("\"7\"");
        assertThat(sent.body())
                .contains("\"paidOn\":\"2026-03-02\"", "\"amount\":\"20.00\"", "\"file\":\"f3\"")
                .contains("Salin vuokra", "\"text\":\"Tanssit\"");
        form.put("existing", "f2");
        assertThat(Forms.upload(browser, RECEIPTS, form, "", "").status()).isEqualTo(302);
        assertThat(sent("PUT", "/usage-report").body()).contains("\"file\":\"f2\"");
    }

    @Test
    void keepsTheReceiptWhateverIsWrongWithIt() {
        browser.logIn(identityProvider(), "/login");
        Map<String, String> form = receipt(browser.open(RECEIPTS).html());
        grants.on(
                "POST " + API + "/files",
                Reply.problem(422, "{\"errors\":[{\"field\":\"content\",\"code\":\"harmful\"}]}"));

        Page harmful = Forms.upload(browser, RECEIPTS, form, "a.pdf", "x");

        assertThat(harmful.html().select("[role=alert] a").attr("href")).isEqualTo("#file");
        assertThat(harmful.html().select("[name=description]").val()).isEqualTo("Lippuja");
        form.putAll(Map.of("paidOn", "1.1.2999", "amount", "0", "category", "x"));
        form.put("description", "");
        Page wrong = Forms.upload(browser, RECEIPTS, form, "", "");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#description", "#amount", "#paidOn", "#category");
        assertThat(puts()).isEmpty();
        Map<String, String> right = receipt(browser.open(RECEIPTS).html());
        grants.on("PUT " + API, Reply.problem(409, "{\"reason\":\"already-handed-in\"}"));
        assertThat(alert(Forms.upload(browser, RECEIPTS, right, "", ""))).contains("jo lähetetty");
        grants.on("PUT " + API, exchange -> exchange.close());
        Page away = Forms.upload(browser, RECEIPTS, right, "", "");
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("[name=description]").val()).isEqualTo("Lippuja");
    }

    @Test
    void takesAReceiptAndAFileAway() {
        browser.logIn(identityProvider(), "/login");
        Document html = browser.open(RECEIPTS).html();
        assertThat(html.select("form[action$=/files/f1/removal]")).isEmpty();
        grants.on("PUT " + API, FakeReport.report("draft", "x", "[]", ""));
        Map<String, String> first =
                fields(html.select("form[action$=/receipts/removal]").getFirst());

        Page removed = browser.submit(RECEIPTS + "/removal", first);

        assertThat(removed.location().getQuery()).contains("done=removed");
        assertThat(sent("PUT", "/usage-report").body())
                .contains("Salin vuokra")
                .doesNotContain("Kahvia");
        grants.on("DELETE " + API + "/files/f2", Reply.with(204, "text/plain", ""));
        Page gone =
                browser.submit(PAGE + "/files/f2/removal", Forms.button(html, "/files/f2/removal"));
        assertThat(gone.location().getQuery()).contains("done=gone");
        grants.on(
                "POST " + API + "/files", Reply.problem(409, "{\"reason\":\"attachments-full\"}"));
        Map<String, String> token = Map.of("_csrf", first.getOrDefault("_csrf", ""));
        assertThat(alert(Forms.upload(browser, PAGE + "/files", token, "a.pdf", "x")))
                .contains("jo 20");
        assertThat(alert(Forms.upload(browser, PAGE + "/files", token, "", "")))
                .contains("Valitse tiedosto");
    }

    @Test
    void keepsWhatWasWrittenWhenTheLoginIsOver() {
        identityProvider().tokensLive(Duration.ofSeconds(5));
        Map<String, String> form = opened();
        form.put("text", "Pitkä oma tekstini");
        identityProvider().refuseRenewal();

        Page over = browser.submit(PAGE, form);

        assertThat(over.status()).isEqualTo(302);
        identityProvider().tokensLive(Duration.ofMinutes(15));
        String login = over.location().getPath() + "?" + over.location().getQuery();
        Page back = browser.open(browser.logIn(identityProvider(), login).location().toString());
        assertThat(alert(back)).contains("ei ole vielä tallennettu");
        assertThat(back.html().select("[name=text]").text()).isEqualTo("Pitkä oma tekstini");
        assertThat(alert(browser.open(PAGE))).isEmpty();
    }

    private Map<String, String> opened() {
        browser.logIn(identityProvider(), "/login");
        return fields(browser.open(PAGE).html().select("main form").getFirst());
    }

    private static Map<String, String> receipt(Document html) {
        Map<String, String> form = fields(html.select("form:has([name=description])").getFirst());
        form.remove("file");
        form.put("description", "Lippuja");
        form.put("amount", "20");
        form.put("paidOn", "2.3.2026");
        form.put("category", "travel");
        return form;
    }

    private List<Asked> puts() {
        return grants.asked().stream().filter(asked -> asked.method().equals("PUT")).toList();
    }

    private Asked sent(String method, String end) {
        return grants.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().endsWith(end))
                .findFirst()
                .orElseThrow();
    }
}
