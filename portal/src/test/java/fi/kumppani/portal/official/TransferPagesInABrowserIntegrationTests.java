package fi.kumppani.portal.official;

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

/** Moving an application to another call, on a phone and at a desk, without scripts too. */
class TransferPagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAnApplication() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        assertThat(look(open(), "work-transfer", FakeWork.PAGE + "/transfer", language)).isEmpty();
    }

    @Test
    void movesItWithoutScripts() {
        grants.on(
                "PUT " + FakeWork.APPLICATION + "/transfer",
                Reply.json(200, "{\"applicationId\":\"a9\",\"callId\":\"c2\"}"));
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeWork.PAGE + "?lang=fi");
        page.locator("main a[href*=transfer]").click();
        page.locator("#callId").selectOption("c2");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("siirretty");
    }
}
