package fi.kumppani.portal.aid;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.official.FakeWork;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** Declaring de minimis aid, on a phone and at a desk, without scripts too. */
class AidPagesInABrowserIntegrationTests extends SignedInPages {

    private static final String OWN = FakeGrants.PAGE + "/de-minimis";
    private static final String WORK = FakeWork.PAGE + "/de-minimis";

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAnApplication() {
        FakeGrants.draft(grants);
        FakeWork.waits(grants, service(Backend.REGISTRY));
        identityProvider().rolesAre("grant-officer", "association-representative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        FakeAid.tell(grants, FakeAid.NEVER, 3);
        faults.addAll(look(page, "my-aid", OWN, language));
        FakeAid.tell(grants, FakeAid.HERE, 3);
        faults.addAll(look(page, "work-aid", WORK, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void declaresWithoutScripts() {
        FakeAid.tell(grants, FakeAid.NEVER, 3);
        Page page = openWithoutScripts();
        page.navigate(origin() + OWN + "?lang=fi");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("rastita");
        picture(page, "my-aid-wrong-fi-" + PHONE);
        page.locator("[name=none]").check();

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("tallennettu");
    }
}
