package fi.kumppani.portal.editor;

import static fi.kumppani.portal.editor.FakeLetters.DRAFT;
import static fi.kumppani.portal.editor.FakeLetters.HOME;
import static fi.kumppani.portal.editor.FakeLetters.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** Writing and sending letters on a phone and at a desk, with scripts and without. */
class EditorPagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService newsletter = service(Backend.NEWSLETTER);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeLetters.draft(newsletter);
        FakeLetters.checks(
                newsletter,
                FakeLetters.finding("error", "items[1].link", "not-public")
                        + ","
                        + FakeLetters.finding("warning", "items[0].title.sv", "not-translated"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "drafts", HOME, language));
        faults.addAll(look(page, "draft", PAGE + "?done=saved&empty=2", language));
        faults.addAll(lookOutsideFrames(page, "draft-preview", PAGE + "/preview", language));
        faults.addAll(look(page, "draft-order-own", PAGE + "/order", language));
        FakeLetters.list(newsletter, false);
        FakeLetters.checks(newsletter, "");
        faults.addAll(look(page, "draft-order", PAGE + "/order", language));
        FakeLetters.is(newsletter, "scheduled", "\"sendAt\":\"2026-12-01T07:00:00Z\",", "\"5\"");
        faults.addAll(
                look(page, "draft-order-scheduled", PAGE + "/order?done=scheduled", language));
        FakeLetters.is(newsletter, "sending", "\"sentAt\":\"2026-11-22T07:00:00Z\",", "\"9\"");
        FakeLetters.numbers(newsletter);
        faults.addAll(look(page, "draft-progress", PAGE + "/progress?done=sending", language));

        assertThat(faults).isEmpty();
    }

    @Test
    void movesABlockWithoutScriptsAndSeesWhatSomebodyElseWrote() {
        Page page = openWithoutScripts();
        page.navigate(origin() + PAGE + "?lang=fi");
        page.locator("[name='items[0].text.fi']").fill("Oma teksti");
        newsletter.on("PUT " + DRAFT, Reply.problem(412, "stale"));
        newsletter.on(
                "GET " + DRAFT,
                Reply.json(200, FakeLetters.issue("draft", "", "Toisen teksti"))
                        .and("ETag", "\"8\""));

        page.locator("#block-1 button[value='down.0']").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator("[name='items[1].text.fi']").inputValue()).isEqualTo("Oma teksti");
        assertThat(page.locator("#block-1 .saved").allTextContents())
                .anyMatch(text -> text.contains("Toisen teksti"));
        picture(page, "draft-stale-fi-" + PHONE);
        newsletter.on("PUT " + DRAFT, FakeLetters.of("draft", "\"own\":true,"));

        page.locator("[name='items[0].title.fi']").press("Enter");

        assertThat(page.url()).contains("done=saved");
    }

    @Test
    void followsALetterByItselfUntilItIsHeld() {
        FakeLetters.is(newsletter, "sending", "", "\"9\"");
        Page page = open();
        page.clock().install();
        page.navigate(origin() + PAGE + "/progress?lang=fi&done=sending");
        newsletter.on(
                "GET " + DRAFT + "/sending",
                Reply.json(
                        200,
                        "{\"state\":\"sending\",\"recipients\":1200,\"waiting\":0,\"sent\":1180,"
                                + "\"left\":5,\"failed\":15,\"troubled\":[]}"));

        page.clock().runFor(5_000);

        page.locator("#live dd", new Page.LocatorOptions().setHasText("180")).waitFor();
        page.locator("#hold").click();
        assertThat(page.locator("#hold").textContent()).isEqualTo("Päivitä automaattisesti");
        FakeLetters.is(newsletter, "sent", "", "\"20\"");
        page.locator("#hold").click();
        page.locator("#standing", new Page.LocatorOptions().setHasText("on lähetetty")).waitFor();
        assertThat(page.url()).doesNotContain("done=");
    }
}
