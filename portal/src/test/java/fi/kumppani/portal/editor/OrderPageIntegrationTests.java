package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;
import static fi.kumppani.portal.editor.FakeLetters.fields;

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

import java.util.Map;

/** Saying to whom an issue goes, having it approved, and ordering it to be sent. */
class OrderPageIntegrationTests extends PortalUnderTest {

    private static final String ORDER = PAGE + "/order";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void letsWritersWriteAndCoordinatorsSend() {
        Browser writer = browser();
        identityProvider().rolesAre("letter-writer");
        writer.logIn(identityProvider(), "/login");

        Document html = writer.open(ORDER).html();

        assertThat(html.select("form[action$=/order/sending]")).isEmpty();
        assertThat(html.select("main").text()).contains("Kirjeen lähettää järjestökoordinaattori");
        assertThat(browser.open(ORDER).html().select("main").text())
                .doesNotContain("Kirjeen lähettää järjestökoordinaattori");
    }

    @Test
    void saysToWhomItGoesAndHowManyTheyAre() {
        Document html = browser.open(ORDER).html();

        assertThat(html.select("main").text())
                .contains("Tänään kirjeen saisi 20 listan 100 lukijasta.")
                .contains("Kirjeestä ei löytynyt huomautettavaa.");
        assertThat(html.select("[name='segment.areas'][checked]").eachAttr("value"))
                .containsExactly("nurmo");
        assertThat(html.select("[name='segment.languages']").eachAttr("value"))
                .as("those the list comes in")
                .containsExactly("fi", "sv");
        assertThat(html.select("[name='segment.associationClasses']")).hasSize(9);
        Map<String, String> form = form("/order");
        form.put("segment.areas", "pera");
        form.put("segment.associationClasses", "4");
        form.put("segment.topics", "liikunta");

        Page saved = browser.submit(ORDER, form);

        assertThat(saved.status()).isEqualTo(302);
        assertThat(sent("PUT", "").header("If-Match")).containsExactly("\"3\"");
        assertThat(sent("PUT", "").body())
                .contains(
                        "\"segment\":{\"languages\":[],\"areas\":[\"pera\"],"
                                + "\"associationClasses\":[4],\"topics\":[\"liikunta\"]}")
                .as("the words stay")
                .contains("Järjestöillat", "https://kuvat.example.org/a.jpg", "jarjestot@");
    }

    @Test
    void showsWhatSomebodyElseChoseMeanwhile() {
        Map<String, String> form = form("/order");
        form.put("segment.areas", "pera");
        newsletter.on("PUT " + DRAFT, Reply.problem(412, "{}"));
        FakeLetters.is(newsletter, "draft", "", "\"8\"");

        Page page = browser.submit(ORDER, form);

        assertThat(page.status()).isEqualTo(412);
        assertThat(page.html().select("[name='segment.areas'][checked]").eachAttr("value"))
                .containsExactly("pera");
        assertThat(page.html().select(".saved").text()).contains("Nurmo");
        assertThat(page.html().select("[name=seen]").val()).isEqualTo("\"8\"");
    }

    @Test
    void asksForTheApprovalOfSomebodyElse() {
        Document own = browser.open(ORDER).html();
        assertThat(own.select("main").text()).contains("Pyydä toista järjestökoordinaattoria");
        assertThat(own.select("form[action$='/approval'], form[action$='/sending']")).isEmpty();

        FakeLetters.is(newsletter, "draft", "", "\"3\"");
        newsletter.on("PUT " + DRAFT + "/approval", FakeLetters.of("draft", "\"approved\":true,"));
        Page approved = browser.submit(ORDER + "/approval", form("/approval"));

        assertThat(approved.location().getQuery()).isEqualTo("done=approved");
        assertThat(sent("PUT", "/approval").header("If-Match")).containsExactly("\"3\"");
        newsletter.on(
                "PUT " + DRAFT + "/approval", Reply.problem(409, "{\"reason\":\"own-words\"}"));
        Page refused = browser.submit(ORDER + "/approval", form("/approval"));
        assertThat(refused.html().select("[role=alert]").text()).contains("Et voi hyväksyä");
        FakeLetters.is(newsletter, "draft", "\"approved\":true,", "\"4\"");
        assertThat(browser.open(ORDER).html().select("form[action$='/sending']")).hasSize(1);
    }

    @Test
    void sendsNowOrAtATimeInFinland() {
        FakeLetters.list(newsletter, false);
        newsletter.on(
                "PUT " + DRAFT + "/sending", Reply.json(202, "{\"id\":\"x\",\"state\":\"x\"}"));
        Map<String, String> form = form("/sending");
        assertThat(form).containsEntry("when", "now");

        Page now = browser.submit(ORDER + "/sending", form);

        assertThat(now.location().toString()).endsWith(PAGE + "/progress?done=sending");
        assertThat(sent("PUT", "/sending").body()).isEqualTo("{}");
        form.put("when", "later");
        form.put("day", "2026-12-01");
        form.put("time", "09:30");
        Page later = browser.submit(ORDER + "/sending", form);
        assertThat(later.location().toString()).endsWith(ORDER + "?done=scheduled");
        assertThat(sent("PUT", "/sending").body()).isEqualTo("{\"at\":\"2026-12-01T07:30:00Z\"}");
        form.put("day", "1.7.2027");
        form.put("time", "9.30");
        browser.submit(ORDER + "/sending", form);
        assertThat(sent("PUT", "/sending").body()).isEqualTo("{\"at\":\"2027-07-01T06:30:00Z\"}");
    }

    @Test
    void namesWhatIsWrongWithTheTime() {
        FakeLetters.list(newsletter, false);
        Map<String, String> form = form("/sending");
        form.put("when", "later");
        form.put("day", "huomenna");
        form.put("time", "25.00");

        Page page = browser.submit(ORDER + "/sending", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.html().select("[role=alert] a").eachAttr("href"))
                .containsExactly("#day", "#time");
        assertThat(page.html().select("#day").val()).isEqualTo("huomenna");
        form.put("day", "2020-01-01");
        form.put("time", "09:00");
        newsletter.on(
                "PUT " + DRAFT + "/sending",
                Reply.problem(422, "{\"errors\":[{\"field\":\"at\",\"code\":\"in-the-past\"}]}"));
        Page past = browser.submit(ORDER + "/sending", form);
        assertThat(past.html().select("[role=alert]").text()).contains("Aika on jo mennyt");
        assertThat(past.html().select("[value=later]").hasAttr("checked")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "409, not-approved, pitää hyväksyä",
        "409, faulty, Korjaa se ensin",
        "409, not-a-draft, jo ajastanut",
        "412, x, Joku muu muutti",
        "429, x, Odota hetki",
        "503, x, ei juuri nyt vastaa"
    })
    void tellsWhyItIsNotSent(int status, String reason, String words) {
        FakeLetters.list(newsletter, false);
        Map<String, String> form = form("/sending");
        newsletter.on(
                "PUT " + DRAFT + "/sending",
                Reply.problem(status, "{\"reason\":\"" + reason + "\"}"));

        Page page = browser.submit(ORDER + "/sending", form);

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.html().select("[role=alert]").text()).contains(words);
    }

    @Test
    void tellsHowManyThingsTheChecksFound() {
        FakeLetters.checks(
                newsletter,
                FakeLetters.finding("error", "items[0].link", "not-public")
                        + ","
                        + FakeLetters.finding("warning", "title.en", "not-translated"));

        FakeLetters.list(newsletter, false);

        Document html = browser.open(ORDER).html();

        assertThat(html.select("section[aria-labelledby=checks]").text())
                .contains("Korjattavia kohtia on 1.", "Katso ne kirjeessä");
        assertThat(html.select("form[action$='/sending']")).isEmpty();
    }

    @Test
    void callsOffWhatWaitsForItsTime() {
        FakeLetters.is(newsletter, "scheduled", "\"sendAt\":\"2026-12-01T07:00:00Z\",", "\"5\"");
        newsletter.on(
                "DELETE " + DRAFT + "/sending", Reply.json(202, "{\"id\":\"x\",\"state\":\"x\"}"));
        Document html = browser.open(ORDER).html();
        assertThat(html.select("h2").eachText()).contains("Kirje lähtee ti 1.12.2026 klo 9.00");
        assertThat(html.select("[name^=segment]")).isEmpty();

        Page page = browser.submit(ORDER + "/cancellation", form("/cancellation"));

        assertThat(page.location().toString()).endsWith(ORDER + "?done=unscheduled");
        assertThat(sent("DELETE", "/sending").header("If-Match")).containsExactly("\"5\"");
    }

    private Map<String, String> form(String action) {
        return fields(
                browser.open(ORDER)
                        .html()
                        .select("main form[action$='" + action + "']")
                        .getFirst());
    }

    private Asked sent(String method, String path) {
        return newsletter.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(DRAFT + path))
                .findFirst()
                .orElseThrow();
    }
}
