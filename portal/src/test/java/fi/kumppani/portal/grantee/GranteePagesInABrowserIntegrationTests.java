package fi.kumppani.portal.grantee;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** A grantee's pages on a phone and at a desk. */
class GranteePagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveAGrant() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeGrantee.granted(grants);
        identityProvider().rolesAre("association-representative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "my-changes", FakeGrantee.CHANGES, language));
        faults.addAll(look(page, "my-claims", FakeGrantee.CLAIMS, language));
        FakeGrantee.account(
                grants,
                "\"inUse\":{\"masked\":\"FI…0785\",\"at\":\"2026-03-03T10:00:00Z\"},"
                        + "\"proposed\":{\"masked\":\"SE…1234\",\"at\":\"2026-05-03T10:00:00Z\"}");
        faults.addAll(look(page, "my-account", FakeGrantee.ACCOUNT + "?done=entered", language));
        FakeGrantee.account(grants, "");
        faults.addAll(look(page, "my-account-none", FakeGrantee.ACCOUNT, language));
        FakeGrantee.changes(grants, FakeGrantee.OPEN + "," + FakeGrantee.PARTLY);
        faults.addAll(look(page, "my-changes-waiting", FakeGrantee.CHANGES, language));
        FakeGrantee.claims(grants, FakeGrantee.DECIDED, FakeGrantee.PART_PAID);
        faults.addAll(look(page, "my-claims-decided", FakeGrantee.CLAIMS, language));

        assertThat(faults).isEmpty();
    }
}
