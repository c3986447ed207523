package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.HOME;
import static fi.kumppani.portal.editor.FakeLetters.M;
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

import java.util.Map;

/** The list of issues, and beginning one. */
class DraftsPageIntegrationTests extends PortalUnderTest {

    private static final String DRAFTS = M + "/lists/l1/issue-drafts";

    private final Browser browser = browser();
    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        browser.logIn(identityProvider(), "/login");
    }

    @Test
    void listsWhatIsInTheMakingAndWhatWasSent() {
        newsletter.on(
                "GET " + M + "/issue-drafts",
                Facts.listing(
                        FakeLetters.issue("draft", "\"own\":true,"),
                        FakeLetters.issue("draft", "\"approved\":true,"),
                        FakeLetters.issue("scheduled", "\"sendAt\":\"2026-12-01T07:00:00Z\","),
                        FakeLetters.issue("sending", "\"sentAt\":\"2026-11-22T07:00:00Z\",")));

        Document html = browser.open(HOME).html();

        assertThat(html.select("section[aria-labelledby=unsent] .facts").eachText())
                .containsExactly(
                        "Lähetetään Järjestökirje 3/2026 su 22.11.2026 klo 9.00",
                        "Ajastettu Järjestökirje 3/2026 ti 1.12.2026 klo 9.00",
                        "Hyväksytty Järjestökirje 3/2026",
                        "Odottaa hyväksyntää Järjestökirje 3/2026");
        assertThat(html.select("section[aria-labelledby=unsent] h3 a").eachAttr("href"))
                .containsExactly(
                        FakeLetters.PAGE + "/progress",
                        FakeLetters.PAGE + "/order",
                        FakeLetters.PAGE,
                        FakeLetters.PAGE);
        assertThat(html.select("section[aria-labelledby=sent] .facts").text())
                .contains("Lähetetty", "2/2026", "1 234 vastaanottajaa");
        assertThat(asked("GET", M + "/issue-drafts").query()).contains("sent=false");

        FakeLetters.list(newsletter, false);
        assertThat(browser.open(HOME).html().text()).doesNotContain("Odottaa hyväksyntää");
        newsletter.on("GET " + M + "/issues", exchange -> exchange.close());
        Page away = browser.open(HOME);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.html().select("h3").text()).contains("Marraskuun kirje");
    }

    @Test
    void turnsThePagesOfALongList() {
        newsletter.on(
                "GET " + M + "/issue-drafts",
                Reply.json(
                        200,
                        "{\"items\":[" + FakeLetters.issue("draft", "") + "],\"next\":\"abc\"}"));
        String next =
                browser.open(HOME)
                        .html()
                        .select("section[aria-labelledby=unsent] > p a")
                        .attr("href");

        assertThat(next).isEqualTo(HOME + "?unsent=abc");
        browser.open(next);
        assertThat(asked("GET", M + "/issue-drafts").query()).contains("cursor=abc");
    }

    @Test
    void beginsFromTheProposalOrFromNothingButTheNumber() {
        newsletter.on(
                "GET " + M + "/lists/l1/issue-proposal",
                Reply.json(
                        200,
                        """
                        {"number":4,"year":2026,"title":{"fi":"Järjestökirje"},"items":[
                         {"title":{"fi":"Talkoot"},"text":{"fi":"Tule mukaan"},"link":"https://example.org/e"}]}
                        """));
        newsletter.on(
                "POST " + DRAFTS,
                Reply.json(201, "{\"id\":\"" + FakeLetters.ID + "\",\"listId\":\"l1\"}"));
        Map<String, String> form = fields(browser.open(HOME).html().select("main form").getFirst());
        assertThat(form).containsEntry("list", "l1").containsEntry("from", "proposal");

        Page begun = browser.submit(HOME, form);

        assertThat(begun.status()).isEqualTo(302);
        assertThat(begun.location().getPath()).isEqualTo(FakeLetters.PAGE);
        assertThat(asked("POST", DRAFTS).header("Idempotency-Key"))
                .containsExactly(form.get("key"));
        assertThat(asked("POST", DRAFTS).body())
                .contains("\"number\":4", "Talkoot", "https://example.org/e");
        form.put("from", "nothing");
        browser.submit(HOME, form);
        assertThat(asked("POST", DRAFTS).body()).contains("\"number\":4", "\"items\":[]");

        newsletter.on("POST " + DRAFTS, Reply.problem(409, "{\"reason\":\"number-taken\"}"));
        Page taken = browser.submit(HOME, form);
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.html().select("[role=alert]").text()).contains("samannumeroisen");
        form.remove("list");
        assertThat(browser.submit(HOME, form).html().select("[role=alert] a").attr("href"))
                .isEqualTo("#list");
    }

    @Test
    void isFoundFromTheLettersByCoordinators() {
        assertThat(browser.open("/m/743/letters").html().select("a[href='" + HOME + "']"))
                .hasSize(1);
        assertThat(browser().open("/m/743/letters").html().select("a[href='" + HOME + "']"))
                .isEmpty();
    }

    private Asked asked(String method, String path) {
        return newsletter.asked().reversed().stream()
                .filter(asked -> asked.method().equals(method) && asked.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
