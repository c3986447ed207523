package fi.kumppani.portal.callwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.SignedInPages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages on which forms are written, on a phone and at a desk, with scripts and without. */
class FormPagesInABrowserIntegrationTests extends SignedInPages {

    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "forms", FakeForms.LIST_PAGE,
                            "form-new", FakeForms.NEW_PAGE,
                            "form-outline", FakeForms.PAGE + "?done=saved",
                            "form-title", FakeForms.TITLE_PAGE,
                            "form-section", FakeForms.SECTION_PAGE,
                            "form-question", FakeForms.QUESTION_PAGE,
                            "form-conditional", FakeForms.CONDITIONAL_PAGE,
                            "form-preview", FakeForms.PREVIEW_PAGE));

    @BeforeEach
    void haveAForm() {
        var _ = new FakeForms(service(Backend.GRANTS), service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));

        assertThat(faults).isEmpty();
    }

    @Test
    void writesAFormWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeForms.PAGE + "?lang=fi");

        page.locator("form:has([value='q:for']) button[value=up]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("Siirretty ylös");
        assertThat(page.locator("h3").allTextContents())
                .startsWith("Yhdistyksen nimi", "Keille", "Jäseniä");

        page.locator("main a[href*='plan/questions/_new']").click();
        page.locator("[name='question.label.fi']").fill("Montako iltaa?");
        page.locator("[name='question.kind']").selectOption("one");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("vähintään kaksi");
        picture(page, "form-question-wrong-fi-" + PHONE);
        page.locator("[name='question.kind']").selectOption("number");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("h3").last().textContent()).contains("Montako iltaa?");
    }

    @Test
    void asksInThePreviewOnlyWhatFollowsFromAnAnswer() {
        Page page = open();
        page.navigate(origin() + FakeForms.PREVIEW_PAGE + "?lang=fi");
        assertThat(page.locator("[name='answers.which']").isVisible()).isFalse();

        page.locator("[name='answers.hall'][value=yes]").check();

        assertThat(page.locator("[name='answers.which']").isVisible()).isTrue();
    }
}
