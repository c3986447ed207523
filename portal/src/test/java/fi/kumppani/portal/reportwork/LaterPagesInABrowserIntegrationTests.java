package fi.kumppani.portal.reportwork;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeDecided;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages on which officials work after a decision, on a phone and at a desk. */
class LaterPagesInABrowserIntegrationTests extends SignedInPages {

    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "later-work", FakeWork.WORK,
                            "later-application", FakeWork.PAGE,
                            "later-waiting", FakeWork.CALL_PAGE + "/waiting",
                            "later-sample", FakeWork.CALL_PAGE + "/report-sample",
                            "later-payments", FakeWork.CALL_PAGE + "/payments",
                            "later-report", FakeWork.PAGE + "/report",
                            "later-changes", FakeWork.PAGE + "/changes",
                            "later-account", FakeWork.PAGE + "/account",
                            "later-redress", FakeWork.PAGE + "/redress",
                            "later-recovery", FakeWork.PAGE + "/recovery"));

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        FakeDecided.granted(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));
        faults.addAll(look(page, "later-case", FakeWork.PAGE + "/redress/1", language));
        faults.addAll(look(page, "later-claim", FakeWork.PAGE + "/recovery/1", language));
        FakeDecided.reportIs(
                grants,
                "checked",
                "",
                ",\"check\":{\"finding\":\"partly-approved\",\"accepted\":\"12.50\",\"recover\":\"100.00\",\"reason\":\"Kuitit"
                    + " puuttuvat\"}");
        faults.addAll(look(page, "later-checked", FakeWork.PAGE + "/report", language));
        grants.on(
                "GET " + FakeWork.BATCH,
                Reply.json(200, FakeWork.batch("exported")).and("ETag", "\"3\""));
        faults.addAll(look(page, "later-batch", FakeWork.BATCH_PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void recordsARulingWithoutScripts() {
        grants.on(
                "PUT " + FakeDecided.REDRESS + "/cases/1/ruling",
                Reply.json(200, "{\"cases\":[]}"));
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeWork.PAGE + "/redress/1?lang=fi");

        page.locator("[name=outcome][value=not-examined]").check();
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Kirjoita perustelut");
        picture(page, "later-case-wrong-fi-" + PHONE);
        page.locator("[name='explanation.fi']").fill("Ei oikaisuvaatimusoikeutta");
        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("Ratkaisu on kirjattu");
    }
}
