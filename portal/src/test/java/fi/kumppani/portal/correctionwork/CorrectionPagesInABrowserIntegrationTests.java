package fi.kumppani.portal.correctionwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.SignedInPages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Correcting a decision, on a phone and at a desk, without scripts too. */
class CorrectionPagesInABrowserIntegrationTests extends SignedInPages {

    @BeforeEach
    void haveADecision() {
        var _ = new FakeVersions(service(Backend.GRANTS), service(Backend.REGISTRY));
        identityProvider().rolesAre("decision-maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        assertThat(look(open(), "work-correction", FakeVersions.PAGE, language)).isEmpty();
    }

    @Test
    void correctsADecisionWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeVersions.PAGE + "?lang=fi");
        page.locator("[name=error][value=factual]").check();
        page.locator("[name=amount]").fill("100");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("vahingoksi");
        picture(page, "work-correction-wrong-fi-" + PHONE);
        page.locator("[name=causedByParty]").check();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("Päätös on korjattu");
    }
}
