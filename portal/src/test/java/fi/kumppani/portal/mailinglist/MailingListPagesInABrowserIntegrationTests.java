package fi.kumppani.portal.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.SignedInPages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;

/** Mailing lists on a phone and at a desk, without scripts too. */
class MailingListPagesInABrowserIntegrationTests extends SignedInPages {

    @BeforeEach
    void haveLists() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeMailingLists.tell(service(Backend.NEWSLETTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "mailing-lists", FakeMailingLists.LISTS, language));
        FakeMailingLists.detail(service(Backend.NEWSLETTER), true, 3);
        faults.addAll(look(page, "mailing-list", FakeMailingLists.PAGE + "?done=saved", language));

        assertThat(faults).isEmpty();
    }

    @Test
    void createsAListWithoutScripts() {
        Page page = openWithoutScripts();
        page.navigate(origin() + FakeMailingLists.NEW + "?lang=fi");
        page.locator("main form button[type=submit]").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Kirjoita nimi");
        picture(page, "mailing-list-new-wrong-fi-" + PHONE);
        page.locator("[id='name.fi']").fill("Liikuntakirje");

        page.locator("main form button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("Lista on luotu");
    }
}
