package fi.kumppani.portal.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
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

/** The pages of a report on a phone and at a desk. */
class ReportPagesInABrowserIntegrationTests extends SignedInPages {

    private final StubService grants = service(Backend.GRANTS);

    @BeforeEach
    void haveADraft() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        FakeReport.draft(grants);
        identityProvider().rolesAre("association-representative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void findsNothingThatKeepsSomebodyOutAndNothingTooWide(String language) {
        Page page = open();
        List<String> faults = new ArrayList<>();
        faults.addAll(look(page, "my-report", FakeReport.PAGE + "?done=saved", language));
        faults.addAll(look(page, "my-receipts", FakeReport.RECEIPTS, language));
        FakeReport.is(
                grants,
                "supplementing",
                "Tanssit",
                "[]",
                "\"dueOn\":\"2026-05-01\",\"missing\":{\"fi\":\"Kuitit puuttuvat.\"},",
                "\"9\"");
        faults.addAll(look(page, "my-report-supplementing", FakeReport.PAGE, language));
        FakeReport.is(
                grants,
                "concluded",
                "Tanssit",
                FakeReport.TWO_RECEIPTS,
                """
                "handedInAt":"2026-07-01T09:00:00Z",
                "conclusion":{"finding":"partly-approved","accepted":"100.00","recover":"12.50",
                 "reason":"Pullat eivät kuulu tukeen."},
                """,
                "\"10\"");
        faults.addAll(look(page, "my-report-concluded", FakeReport.PAGE, language));

        assertThat(faults).isEmpty();
    }

    @Test
    void addsAReceiptWithoutScripts() {
        Page page = openWithoutScripts();
        grants.on(
                "POST " + FakeReport.API + "/files",
                Reply.json(201, "{\"id\":\"f3\",\"name\":\"k.txt\",\"bytes\":3}"));
        grants.on("PUT " + FakeReport.API, FakeReport.report("draft", "x", "[]", ""));
        page.navigate(origin() + FakeReport.RECEIPTS + "?lang=fi");
        page.locator("[name=description]").fill("Lippuja");
        page.locator("[name=amount]").fill("20");
        page.locator("[name=paidOn]").fill("2026-03-02");
        page.locator("[name=category][value=travel]").check();
        page.locator("#file")
                .setInputFiles(
                        new FilePayload(
                                "k.txt", "text/plain", "Kuitti".getBytes(StandardCharsets.UTF_8)));

        page.locator("form:has([name=description]) button[type=submit]").click();

        assertThat(page.locator("[role=status]").textContent()).contains("Kuitti on lisätty");
        assertThat(grants.asked())
                .filteredOn(asked -> asked.method().equals("PUT"))
                .singleElement()
                .satisfies(asked -> assertThat(asked.body()).contains("Lippuja", "f3"));
    }

    @Test
    void marksTheFieldsAtFault() {
        Page page = open();
        page.navigate(origin() + FakeReport.PAGE + "?lang=fi");
        page.locator("[name='cost.travel']").fill("paljon");

        page.locator("[name=act][value=save]").click();

        assertThat(page.locator("[role=alert] a").count()).isEqualTo(1);
        picture(page, "my-report-faulty-fi-" + PHONE);
    }
}
