package fi.kumppani.grants.usagereport.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.GoldenMessages;
import fi.kumppani.contracts.grants.UsageReportChanged;
import fi.kumppani.contracts.grants.UsageReportReminded;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.usagereport.Check;
import fi.kumppani.grants.usagereport.Figures;
import fi.kumppani.grants.usagereport.ReportContent;
import fi.kumppani.grants.usagereport.ReportReminder;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.outbox.OutboundMessage;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What others are told is what the contracts say. */
class ReportContractTests {

    @Test
    void tellsHowAReportStandsAndNothingThatPeopleWrote() {
        Instant now = Instant.parse("2027-03-10T10:00:00Z");
        var check =
                new Check(
                        Check.Finding.PARTLY_APPROVED,
                        Euros.parse("250.50"),
                        Euros.parse("49.50"),
                        "Kahvit eivät kuulu hankkeeseen",
                        "first",
                        now);
        var report =
                new UsageReport(
                        GrantApplicationFixtures.APPLICATION,
                        new ReportContent(
                                List.of(new CostShare(CostCategory.PREMISES, Euros.parse("300"))),
                                List.of(),
                                Figures.UNTOLD,
                                "Juhla pidettiin"),
                        Attachments.NONE,
                        new Stage.Concluded(
                                new Stage.HandedIn("grantee", now), check, "second", now));

        OutboundMessage message = new ReportTranslator().announce(report).getFirst();

        assertThat(message.subject()).isEqualTo(GrantApplicationFixtures.APPLICATION.value());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(UsageReportChanged.TYPE),
                                        UsageReportChanged.class));
    }

    @Test
    void tellsThatAReportIsOverdue() {
        var reminder =
                new ReportReminder(
                        GrantApplicationFixtures.APPLICATION,
                        GrantApplicationFixtures.CALL,
                        LocalDate.of(2027, 3, 31),
                        ReportReminder.Step.OVERDUE);

        OutboundMessage message = new ReportReminderTranslator().announce(reminder).getFirst();

        assertThat(message.subject()).isEqualTo(reminder.id());
        assertThat(message.data())
                .isEqualTo(
                        JsonMapper.builder()
                                .build()
                                .readValue(
                                        GoldenMessages.of(UsageReportReminded.TYPE),
                                        UsageReportReminded.class));
    }
}
