package fi.kumppani.portal.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** Everything due, and what leads on from a grant, on a phone and at a desk. */
class MyPageInABrowserIntegrationTests extends SignedInPages {

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        StubService registry = service(Backend.REGISTRY);
        StubService grants = service(Backend.GRANTS);
        registry.on("GET /v1/municipalities/743", Facts.seinajoki());
        registry.on(
                "GET /v1/municipalities/743/associations/k1",
                Reply.json(
                        200,
                        """
                        {"id":"k1","name":{"fi":"Kortesjärven kyläyhdistys ry"},
                         "registerNumber":"123.456","businessId":"1234567-1","status":"verified"}
                        """));
        FakeGrants.granted(grants);
        FakeGrants.award(grants, "accepted");
        grants.on("GET " + FakeGrants.M + "/calls", Facts.listing(Facts.call()));
        registry.on(
                "GET /v1/municipalities/179", Reply.json(200, "{\"name\":{\"fi\":\"Jyväskylä\"}}"));
        grants.on("GET /v1/municipalities/179/calls", Facts.listing(Facts.call()));
        grants.on(
                "POST /v1/municipalities/179/calls/c1/eligibility", FakeGrants.eligibility("yes"));
        grants.on(
                "GET " + FakeGrants.APPLICATION + "/usage-report",
                Reply.json(200, "{\"status\":\"draft\"}"));
        identityProvider().rolesAre("association-representative");
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "my-application-accepted", FakeGrants.PAGE, language));
        faults.addAll(look(page, "my-copy", FakeGrants.PAGE + "/copies", language));
        faults.addAll(look(page, "my-sendings", FakeGrants.PAGE + "/sendings", language));
        grants.on("GET " + FakeGrants.M + "/own-applications", Reply.json(200, FakeMine.OWN));
        faults.addAll(look(page, "my", "/m/743/my", language));
        faults.addAll(look(page, "my-applications-due", FakeGrants.MINE, language));

        assertThat(faults).isEmpty();
    }
}
