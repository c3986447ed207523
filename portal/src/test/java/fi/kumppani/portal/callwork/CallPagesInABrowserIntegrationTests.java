package fi.kumppani.portal.callwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** The pages on which calls are planned, on a phone and at a desk, with scripts and without. */
class CallPagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void havePlans() {
        FakeCalls.arePlanned(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "calls", FakeCalls.LIST_PAGE, language));
        faults.addAll(look(page, "call-new", FakeCalls.NEW_PAGE, language));
        faults.addAll(look(page, "call-edit", FakeCalls.EDIT_PAGE + "?done=saved", language));
        faults.addAll(look(page, "call-publish", FakeCalls.PUBLISH_PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void writesAndPublishesADraftWithoutScripts() {
        grants.on("PUT " + FakeCalls.DRAFT, Reply.json(200, "{\"id\":\"d1\"}"));
        grants.on("PUT " + FakeCalls.DRAFT + "/publication", Reply.json(200, "{\"id\":\"c1\"}"));
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeCalls.EDIT_PAGE + "?lang=fi");

        page.locator("[name='criteria-1.weight']").fill("50");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("painoarvojen summan");
        picture(page, "call-edit-wrong-fi-" + PHONE);
        page.locator("[name='criteria-1.weight']").fill("40");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("Luonnos on tallennettu");

        page.locator("main a[href*=publication]").first().click();
        assertThat(page.locator("main").textContent()).contains("30 000 €".replace(' ', '\u00a0'));
    }
}
