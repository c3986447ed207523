package fi.kumppani.portal.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The pages of representatives on a phone and at a desk, with scripts and without. */
class ApplicationPagesInABrowserIntegrationTests extends SignedInPages {

    private static final String PAGE = FakeGrants.PAGE;
    private static final String APPLY = "/m/743/my/calls/c1";
    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "my-applications", FakeGrants.MINE,
                            "my-call", APPLY,
                            "my-call-chosen", APPLY + "?association=k1",
                            "my-application-draft", PAGE,
                            "my-plan", PAGE + "/plan",
                            "my-section", PAGE + "/sections/doing",
                            "my-files", PAGE + "/files"));

    private static final String SECTION = PAGE + "/sections/doing";

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrants.draft(grants);
        identityProvider().rolesAre("association-representative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));
        FakeGrants.arrived(grants, "submitted", "", "");
        faults.addAll(look(page, "my-application-submitted", PAGE + "?done=submission", language));
        FakeGrants.arrived(
                grants,
                "supplementing",
                "\"supplement\":{\"what\":{\"fi\":\"Tilinpäätös\"},\"dueOn\":\"2026-05-01\"},",
                "{\"what\":\"supplement\",\"on\":\"2026-05-01\",\"overdue\":false}");
        faults.addAll(look(page, "my-application-supplementing", PAGE, language));
        FakeGrants.granted(grants);
        faults.addAll(look(page, "my-application-granted", PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void answersASectionWithoutScriptsAndSeesWhatSomebodyElseWrote() {
        Page page = openWithoutScripts();
        page.navigate(origin() + PAGE + "/sections/doing?lang=fi");
        assertThat(page.locator(".saving").isVisible()).isFalse();
        page.locator("[name='answers.what']").fill("Oma vastaus");
        page.locator("[name='answers.for'][value=young]").check();
        grants.on("PUT " + FakeGrants.APPLICATION + "/sections/doing", Reply.problem(412, "stale"));
        FakeGrants.section(grants, "doing", "{\"what\":\"Toisen vastaus\"}", "\"9\"");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator("[name='answers.what']").inputValue()).isEqualTo("Oma vastaus");
        assertThat(page.locator(".saved").first().textContent()).contains("Toisen vastaus");
        picture(page, "my-section-stale-fi-" + PHONE);
    }

    @Test
    void savesASectionWhileSomebodyWrites() {
        KeptSection kept = new KeptSection(grants);
        Page page = open();
        page.navigate(origin() + SECTION + "?lang=fi");
        Locator what = page.locator("[name='answers.what']");

        what.pressSequentially("Tanssit");
        page.locator(".saving", saying("Tallennettu klo")).waitFor();

        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("answers.what");
        assertThat(kept.body()).contains("Tanssit");
        picture(page, "my-section-saving-fi-" + PHONE);
        page.reload();
        assertThat(what.inputValue()).isEqualTo("Tanssit");

        kept.answersAfter(700);
        what.press("Control+End");
        what.pressSequentially(" ja kahvit");
        page.waitForCondition(() -> kept.puts().size() == 2);
        what.pressSequentially(" illalla");
        page.locator("main form button[type=submit]").click();
        page.waitForURL(address -> address.contains("done=saved"));
        assertThat(kept.body()).contains("Tanssit ja kahvit illalla");
        assertThat(kept.puts()).containsExactly("\"1\"", "\"2\"", "\"3\"");
    }

    @Test
    void stopsSavingByItselfWhenSomebodyElseHasWritten() {
        KeptSection kept = new KeptSection(grants);
        Page page = open();
        page.navigate(origin() + SECTION + "?lang=fi");
        kept.isWrittenBySomebodyElse();
        Locator what = page.locator("[name='answers.what']");

        what.pressSequentially("Oma");
        page.locator(".saving", saying("joku muu")).waitFor();
        picture(page, "my-section-saving-stale-fi-" + PHONE);
        what.pressSequentially(" vastaus");
        page.waitForTimeout(4000);

        assertThat(kept.puts()).hasSize(1);
        assertThat(kept.body()).contains("Toisen vastaus");
        assertThat(what.inputValue()).isEqualTo("Oma vastaus");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator(".saved").first().textContent()).contains("Toisen vastaus");
        assertThat(what.inputValue()).isEqualTo("Oma vastaus");
    }

    private static Page.LocatorOptions saying(String text) {
        return new Page.LocatorOptions().setHasText(text);
    }

    @Test
    void goesBackAfterApplyingAndBeginsNothingTwice() {
        grants.on(
                "POST " + FakeGrants.M + "/applications",
                Reply.json(201, "{\"id\":\"" + FakeGrants.ID + "\"}"));
        Page page = open();
        page.navigate(origin() + APPLY + "?association=k1&lang=fi");
        begin(page);

        page.goBack();
        assertThat(page.url()).contains(APPLY);
        assertThat(page.locator("#purpose").inputValue()).isEqualTo("Kyläjuhla");
        begin(page);

        assertThat(
                        grants.asked().stream()
                                .filter(asked -> asked.path().endsWith("/applications"))
                                .filter(asked -> asked.method().equals("POST"))
                                .map(asked -> asked.header("Idempotency-Key") + asked.body()))
                .hasSize(2)
                .satisfies(sent -> assertThat(Set.copyOf(sent)).hasSize(1));
    }

    @Test
    void attachesAFileAsBrowsersSendIt() {
        Page page = open();
        grants.on("POST " + FakeGrants.APPLICATION + "/attachments", Reply.json(201, "{}"));
        page.navigate(origin() + PAGE + "/files?lang=fi");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "päätös.txt",
                                "text/plain",
                                "Hyvä".getBytes(StandardCharsets.UTF_8)));

        page.locator("main form[enctype] button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("lisätty");
        assertThat(
                        grants.asked().stream()
                                .filter(asked -> asked.method().equals("POST"))
                                .filter(asked -> asked.path().endsWith("/attachments"))
                                .map(asked -> asked.header("Content-Disposition").getFirst()))
                .singleElement()
                .asString()
                .contains("p%C3%A4%C3%A4t%C3%B6s.txt");
    }

    private static void begin(Page page) {
        page.locator("#purpose").fill("Kyläjuhla");
        page.locator("#requested").fill("350");
        page.locator("#beginsOn").fill("2026-06-01");
        page.locator("#endsOn").fill("2026-06-02");
        page.locator("#email").fill("kyla@example.org");
        page.locator("main form[method=post] button[type=submit]").last().click();
        page.waitForURL("**" + PAGE + "?**");
    }
}
