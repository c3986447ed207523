package fi.kumppani.portal.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** The pages on which data are confirmed, as they are seen. */
class ConfirmationPagesInABrowserIntegrationTests extends SignedInPages {

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        StubService registry = service(Backend.REGISTRY);
        FakeRegistry.holds(registry);
        service(Backend.GRANTS)
                .on("GET " + FakeRegistry.M + "/own-applications", Reply.problem(404, "none"));
        identityProvider().rolesAre("coordinator", "association-representative");
        Page page = open();
        String registrar = FakeRegistry.PAGE + "/associations/a1";
        String own = "/m/743/my/associations/a1";
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "confirmations", FakeRegistry.PAGE + "/confirmations", language));
        faults.addAll(
                look(
                        page,
                        "confirmations-asked",
                        FakeRegistry.PAGE + "/confirmations?done=12-3",
                        language));
        faults.addAll(look(page, "confirmation-asking", registrar, language));
        faults.addAll(look(page, "confirmation-contact", registrar + "/contact", language));
        faults.addAll(look(page, "confirmation-due", FakeRegistry.PAGE + "?due=year", language));
        faults.addAll(look(page, "confirmation-own", own, language));
        faults.addAll(look(page, "confirmation-own-contact", own + "/contact", language));
        faults.addAll(look(page, "confirmation-mine", "/m/743/my", language));

        assertThat(faults).isEmpty();
    }
}
