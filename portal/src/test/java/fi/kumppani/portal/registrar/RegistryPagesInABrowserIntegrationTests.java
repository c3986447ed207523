package fi.kumppani.portal.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.desk.FakeDesk;
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
import java.util.TreeMap;

/** The registry's pages on a phone and at a desk, with scripts and without. */
class RegistryPagesInABrowserIntegrationTests extends SignedInPages {

    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "registry", FakeRegistry.PAGE,
                            "registry-new", FakeRegistry.PAGE + "/new",
                            "registry-association", FakeRegistry.PAGE + "/associations/a1",
                            "registry-rights", FakeRegistry.PAGE + "/associations/a1/rights",
                            "registry-import", FakeRegistry.PAGE + "/import?done=12-3-1",
                            "registry-duplicates", FakeRegistry.PAGE + "/duplicates",
                            "registry-apart", FakeRegistry.PAGE + "/duplicates/apart",
                            "registry-duplicate", FakeRegistry.PAGE + "/associations/a1?same=a2",
                            "registry-networks", FakeRegistry.PAGE + "/networks",
                            "registry-network", FakeRegistry.PAGE + "/networks/n1"));

    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        registry.on(
                "POST " + FakeRegistry.M + "/association-imports/trials",
                Reply.json(200, ImportPageIntegrationTests.TRIED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        identityProvider().rolesAre("coordinator", "association-representative");
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));
        faults.addAll(look(page, "own-association", "/m/743/my/associations/a1", language));
        faults.addAll(look(page, "associations", "/m/743/associations?theme=villages", language));
        FakeDesk.waits(SignedInPages::service);
        faults.addAll(look(page, "desk", FakeDesk.PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void triesAFileWithoutScripts() {
        identityProvider().rolesAre("coordinator");
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeRegistry.PAGE + "/import?lang=fi");
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "t.csv",
                                "text/csv",
                                ImportPageIntegrationTests.TABLE.getBytes(StandardCharsets.UTF_8)));

        page.locator("form:has(#file) button[type=submit]").click();

        assertThat(page.locator("tbody tr").count()).isEqualTo(4);
        picture(page, "registry-import-tried-fi-" + PHONE);
        page.setViewportSize(1280, 800);
        picture(page, "registry-import-tried-fi-1280");
        registry.on(
                "POST " + FakeRegistry.M + "/association-imports",
                Reply.json(
                        200, ImportPageIntegrationTests.TRIED.replace("importable", "imported")));
        page.locator("form[action*='/rows'] button").click();
        assertThat(page.locator("[role=status]").textContent()).contains("Tuotu 1");
    }

    @Test
    void registersWhatIsCalledAlikeOnceItIsPressedAgain() {
        identityProvider().rolesAre("coordinator");
        registry.on(
                "GET " + FakeRegistry.DUPLICATES + "/of-name",
                FakeRegistry.list(
                        "{\"association\":%s}"
                                .formatted(FakeRegistry.association("a1", "verified"))));
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeRegistry.PAGE + "/new?lang=fi");
        page.locator("[name='name.fi']").fill("Kylien liitto ry");
        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Onko yhdistys jo");
        picture(page, "registry-alike-fi-" + PHONE);
        page.locator("main form button[type=submit]").click();
        assertThat(page.url()).contains("done=registered");
    }

    @Test
    void keepsBothTextsSideBySide() {
        identityProvider().rolesAre("coordinator");
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeRegistry.PAGE + "/associations/a1?lang=fi");
        registry.on("PUT " + FakeRegistry.A1, Reply.problem(412, "stale"));
        page.locator("[name='name.fi']").fill("Toinen nimi ry");
        page.locator("#purposeClass").selectOption("6");
        page.locator("form:has([name='name.fi']) button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        picture(page, "registry-association-stale-fi-" + PHONE);
    }
}
