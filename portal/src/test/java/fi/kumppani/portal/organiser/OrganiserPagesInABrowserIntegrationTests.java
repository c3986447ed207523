package fi.kumppani.portal.organiser;

import static fi.kumppani.portal.organiser.FakeOrganised.EVENT;
import static fi.kumppani.portal.organiser.FakeOrganised.LIST;
import static fi.kumppani.portal.organiser.FakeOrganised.PAGE;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** The pages about looking after events on a phone and at a desk, with scripts and without. */
class OrganiserPagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService events = service(Backend.EVENTS);

    @BeforeEach
    void haveAnEvent() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on(
                        "GET /v1/municipalities/743/associations/a1",
                        Reply.json(200, "{\"id\":\"a1\",\"name\":{\"fi\":\"Kyläyhdistys ry\"}}"));
        FakeOrganised.event(events, "published");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "organise-events", LIST, language));
        faults.addAll(look(page, "organise-new", LIST + "/new", language));
        faults.addAll(look(page, "organise-event", PAGE + "?done=saved", language));
        faults.addAll(look(page, "organise-edit", PAGE + "/edit", language));
        for (String part : List.of("programme", "audience", "quotas", "groups", "tasks")) {
            faults.addAll(look(page, "organise-" + part, PAGE + "/" + part, language));
        }
        faults.addAll(look(page, "organise-cancellation", PAGE + "/cancellation", language));
        faults.addAll(
                look(
                        page,
                        "organise-participants",
                        PAGE + "/participants?done=exception",
                        language));
        faults.addAll(
                look(page, "organise-participant", PAGE + "/participants/3/exception", language));
        FakeOrganised.is(events, FakeOrganised.held());
        faults.addAll(look(page, "organise-memo", PAGE + "/memo", language));
        faults.addAll(
                look(page, "organise-memo-publication", PAGE + "/memo/publication", language));
        faults.addAll(
                look(page, "organise-memo-files", PAGE + "/memo/attachments?done=saved", language));
        FakeOrganised.is(events, FakeOrganised.whole("draft"));
        faults.addAll(look(page, "organise-draft", PAGE + "?done=made", language));

        assertThat(faults).isEmpty();
    }

    @Test
    void plansAnEventWithoutScriptsAndMendsWhatWasWrong() {
        Page page = openWithoutScripts();
        page.navigate(origin() + LIST + "/new?lang=fi");
        page.locator("[name='title.fi']").fill("Järjestöilta");
        page.locator("[name='venue.name.fi']").fill("Järjestötalo");
        page.locator("[name='startsAt.day']").fill("2099-09-23");
        page.locator("[name='startsAt.time']").fill("17:00");
        page.locator("[name='endsAt.time']").fill("19:00");
        page.locator("[name='capacity']").fill("80");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=alert]").textContent()).contains("Ilmoittautuminen päättyy");
        picture(page, "organise-new-faults-fi-" + PHONE);
        page.locator("[role=alert] a").click();
        page.locator("[name='registrationDeadline.day']").fill("2099-09-21");
        page.locator("[name='registrationDeadline.time']").fill("23:59");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=status]").textContent()).contains("luonnoksena");
    }

    @Test
    void seesWhatSomebodyElseWroteBesideOnesOwnText() {
        Page page = open();
        page.navigate(origin() + PAGE + "/edit?lang=fi");
        page.locator("[name='theme.fi']").fill("Oma teema");
        events.on("PUT " + EVENT, Reply.problem(412, "stale"));

        page.locator("[name='theme.fi']").press("Enter");

        assertThat(page.locator("[role=alert]").textContent()).contains("Joku muu");
        assertThat(page.locator("[name='theme.fi']").inputValue()).isEqualTo("Oma teema");
        assertThat(page.locator(".saved").first().textContent()).contains("Yhteistyöllä");
        picture(page, "organise-stale-fi-" + PHONE);
    }

    @Test
    void addsToTheProgrammeWithoutScriptsAndGoesOnWhereTheRowIs() {
        Page page = openWithoutScripts();
        page.navigate(origin() + PAGE + "/programme?lang=fi");
        page.locator("[name='programme-0.text.fi']").fill("Avaussanat");

        page.locator("[value='add.programme']").click();

        assertThat(page.locator("[role=status]").textContent())
                .contains("ei ole vielä tallennettu");
        assertThat(page.locator("#programme-2:focus").count()).isOne();
        page.keyboard().press("Tab");
        page.keyboard().type("Kahvit");
        picture(page, "organise-programme-added-fi-" + PHONE);
        page.locator("[value='up.programme.2']").click();
        assertThat(page.locator("[name='programme-1.text.fi']").inputValue()).isEqualTo("Kahvit");
        assertThat(page.locator("[name='programme-0.text.fi']").inputValue())
                .isEqualTo("Avaussanat");
        page.locator("main form > button[value=save]:visible").click();
        assertThat(page.locator("[role=status]").textContent()).contains("tallennettu");
    }

    @Test
    void cancelsAnEventWithKeysAlone() {
        Page page = open();
        page.navigate(origin() + PAGE + "/cancellation?lang=fi");
        page.locator("[name='reason.fi']").focus();
        page.keyboard().type("Sali on kiinni");
        page.locator("main form button[type=submit]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("[role=status]").textContent()).contains("peruttu");
    }
}
