package fi.kumppani.portal.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.registrar.FakeRegistry;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** Rights and invitations on a phone and at a desk, with scripts and without. */
class RightsPagesInABrowserIntegrationTests extends SignedInPages {

    private static final String INVITATION = "/m/743/invitations/i1?token=secret";
    private static final String RIGHTS = "/m/743/my/associations/a1/rights";

    private final StubService registry = service(Backend.REGISTRY);

    @BeforeEach
    void haveARegistry() {
        FakeRegistry.holds(registry);
        identityProvider().rolesAre("association-representative");
        service(Backend.GRANTS)
                .on("GET " + FakeRegistry.M + "/own-applications", Reply.problem(404, "not-found"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "my-rights", RIGHTS, language));
        faults.addAll(look(page, "my-rights-invite", RIGHTS + "/invitations", language));
        faults.addAll(look(page, "my-associations-rights", "/m/743/my", language));
        faults.addAll(look(page, "invitation", INVITATION, language));
        page.context().clearCookies();
        faults.addAll(look(page, "invitation-stranger", INVITATION, language));
        registry.on(
                "GET " + FakeRegistry.I1 + "/offer",
                FakeRegistry.linked(Reply.json(200, FakeRegistry.offer("accepted"))));
        faults.addAll(look(page, "invitation-done", INVITATION + "&done=accepted", language));

        assertThat(faults).isEmpty();
    }

    @Test
    void invitesAndAcceptsWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(origin() + RIGHTS + "/invitations?lang=fi");
        page.locator("#email").fill("maija@example.org");
        page.locator("[name=modules][value=grants]").check();
        page.locator("form:has(#email) button[type=submit]").click();
        assertThat(page.locator("[role=status]").first().textContent()).contains("on lähetetty");

        page.navigate(origin() + INVITATION + "&lang=fi");
        registry.on(
                "PUT " + FakeRegistry.I1 + "/acceptance",
                Reply.problem(409, "{\"reason\":\"used-by-another\"}"));
        page.locator("form[action*=acceptance] button").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("jo käytetty");
        picture(page, "invitation-refused-fi-" + PHONE);
    }
}
