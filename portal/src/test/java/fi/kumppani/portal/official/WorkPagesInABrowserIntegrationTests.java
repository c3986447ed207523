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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pages of an official's work on a phone and at a desk, with scripts and without. */
class WorkPagesInABrowserIntegrationTests extends SignedInPages {

    private static final Map<String, String> PAGES =
            new TreeMap<>(
                    Map.of(
                            "work", FakeWork.WORK,
                            "work-call", FakeWork.CALL_PAGE,
                            "work-lists", FakeWork.LISTS_PAGE,
                            "work-list", FakeWork.LIST_PAGE,
                            "work-ledger", FakeWork.CALL_PAGE + "/ledger",
                            "work-batch", FakeWork.BATCH_PAGE,
                            "work-application", FakeWork.PAGE,
                            "work-supplement", FakeWork.PAGE + "/supplement-request",
                            "work-review", FakeWork.PAGE + "/review",
                            "work-proposal", FakeWork.PAGE + "/proposal"));

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveWork() {
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "decision-maker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        PAGES.forEach((name, path) -> faults.addAll(look(page, name, path, language)));
        faults.addAll(look(page, "work-decision", FakeWork.PAGE + "/decision", language));
        FakeWork.listIs(grants, "presented");
        faults.addAll(look(page, "work-minutes", FakeWork.LIST_PAGE + "/minutes", language));
        FakeWork.listIs(grants, "recorded");
        faults.addAll(
                look(page, "work-list-recorded", FakeWork.LIST_PAGE + "?done=minutes", language));
        grants.on("GET " + FakeWork.APPLICATION, FakeWork.disqualified());
        faults.addAll(look(page, "work-closed", FakeWork.PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void takesDownTheMinutesWithoutScripts() {
        FakeWork.listIs(grants, "presented");
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeWork.LIST_PAGE + "/minutes?lang=fi");
        page.locator("#section").fill("§ 42");
        page.locator("[name='row1.resolution']").selectOption("otherwise");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Valitse, mitä esität");
        picture(page, "work-minutes-otherwise-fi-" + PHONE);
        grants.on("PUT " + FakeWork.LIST + "/minutes", Reply.json(200, FakeWork.list("recorded")));
        page.locator("[name='row1.decision'][value=grant]").check();
        page.locator("[name='row1.amount']").fill("100");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("kirjattu");
    }

    @Test
    void decidesWithKeysAlone() {
        grants.on("POST " + FakeWork.APPLICATION + "/decision", Reply.json(201, "{}"));
        Page page = open();
        page.navigate(origin() + FakeWork.PAGE + "/decision?lang=fi");
        page.locator("[name=decision][value=grant]").focus();
        page.keyboard().press("Space");
        page.keyboard().press("Tab");
        page.keyboard().type("300,50");
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=status]").textContent()).contains("Päätös on tehty");
    }
}
