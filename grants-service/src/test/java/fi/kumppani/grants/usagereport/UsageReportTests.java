package fi.kumppani.grants.usagereport;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.grantapplication.GrantApplicationFixtures;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

class UsageReportTests {

    private static final Instant NOW = Instant.parse("2027-03-10T10:00:00Z");
    private static final Euros USED = Euros.parse("300");
    private static final UsageReport.Bounds LIGHT =
            new UsageReport.Bounds(UsageReport.Depth.LIGHT, USED);

    @Test
    void takesNoReceiptsAfterTheirLastDayButWhatWasAskedForUntilItsOwn() {
        LocalDate today = FinnishTime.dayOf(NOW);
        UsageReport handedIn = to(written().handIn("grantee", NOW, today));
        UsageReport asked =
                to(
                        handedIn.ask(
                                new Supplement(
                                        LocalizedText.finnish("Kuitit"), today.plusDays(1), NOW)));
        Instant nextDay = NOW.plus(Duration.ofDays(1));
        Instant later = NOW.plus(Duration.ofDays(2));

        assertThat(refusal(written().handIn("grantee", NOW, today.minusDays(1))))
                .isEqualTo(ReportRefusal.RECEIPTS_LATE);
        assertThat(to(asked.handIn("grantee", nextDay, today)).stage())
                .isInstanceOf(Stage.HandedIn.class);
        assertThat(refusal(asked.handIn("grantee", later, today)))
                .isEqualTo(ReportRefusal.RECEIPTS_LATE);
        assertThat(to(asked.handIn("grantee", later, null)).stage())
                .as("without a last day it is taken late")
                .isInstanceOf(Stage.HandedIn.class);
    }

    @Test
    void isApprovedByTwoThatDidNotHandItIn() {
        UsageReport handedIn = to(written().handIn("grantee", NOW, null));

        assertThat(refusal(handedIn.check(check("grantee", "300"), LIGHT)))
                .isEqualTo(ReportRefusal.SAME_PERSON);
        UsageReport checked = to(handedIn.check(check("first", "300"), LIGHT));
        assertThat(refusal(checked.approve("first", NOW))).isEqualTo(ReportRefusal.SAME_PERSON);
        assertThat(refusal(checked.approve("grantee", NOW))).isEqualTo(ReportRefusal.SAME_PERSON);
        UsageReport concluded = to(checked.approve("second", NOW)).concluded();

        assertThat(concluded.stage()).isInstanceOf(Stage.Concluded.class);
        assertThat(concluded.concluded()).isEqualTo(concluded);
        assertThat(refusal(concluded.approve("third", NOW)))
                .isEqualTo(ReportRefusal.ALREADY_CONCLUDED);
        assertThat(refusal(concluded.write(ReportContent.EMPTY)))
                .isEqualTo(ReportRefusal.ALREADY_HANDED_IN);
    }

    @Test
    void tellsSomethingBeforeItIsHandedIn() {
        UsageReport empty = UsageReport.of(GrantApplicationFixtures.APPLICATION);

        assertThat(refusal(empty.handIn("grantee", NOW, null)))
                .isEqualTo(ReportRefusal.REPORT_EMPTY);
        assertThat(refusal(empty.check(check("first", "0"), LIGHT)))
                .isEqualTo(ReportRefusal.NOT_HANDED_IN);
        UsageReport without = to(empty.write(content("gone")));
        assertThat(refusal(without.handIn("grantee", NOW, null)))
                .isEqualTo(ReportRefusal.FILE_MISSING);
    }

    @Test
    void isCheckedAnewAfterItWasCompletedOrSentBack() {
        UsageReport checked =
                to(to(written().handIn("grantee", NOW, null)).check(check("first", "300"), LIGHT));

        UsageReport asked =
                to(
                        checked.ask(
                                new Supplement(
                                        LocalizedText.finnish("Kuitti puuttuu"),
                                        LocalDate.of(2027, 4, 1),
                                        NOW)));
        assertThat(asked.isOpen()).isTrue();
        assertThat(refusal(asked.approve("second", NOW))).isEqualTo(ReportRefusal.NOT_CHECKED);
        assertThat(to(asked.handIn("grantee", NOW, null)).stage())
                .isInstanceOf(Stage.HandedIn.class);
        assertThat(to(checked.sendBack()).stage()).isInstanceOf(Stage.HandedIn.class);
    }

    @Test
    void approvesWhatWasUsedAndRecoversWhatWasPaidAtMost() {
        UsageReport handedIn = to(written().handIn("grantee", NOW, null));

        assertThat(refusal(handedIn.check(check("first", "300.01"), LIGHT)))
                .isEqualTo(ReportRefusal.OVER_USED);
        assertThat(refusal(handedIn.check(check("first", "299.99"), LIGHT)))
                .isEqualTo(ReportRefusal.FINDING_CONTRADICTS);
        var recovering =
                new Check(
                        Check.Finding.REJECTED,
                        Euros.ZERO,
                        Euros.parse("300.01"),
                        "Ei käytetty",
                        "first",
                        NOW);
        assertThat(refusal(handedIn.check(recovering, LIGHT))).isEqualTo(ReportRefusal.OVER_PAID);
    }

    @Test
    void showsReceiptsForWhatIsApprovedWhenItWasDrawn() {
        var receipts = new UsageReport.Bounds(UsageReport.Depth.RECEIPTS, USED);
        UsageReport handedIn = to(written().handIn("grantee", NOW, null));

        assertThat(refusal(handedIn.check(check("first", "300"), receipts)))
                .isEqualTo(ReportRefusal.RECEIPTS_MISSING);
        assertThat(
                        refusal(
                                handedIn.check(
                                        check("first", "300"),
                                        new UsageReport.Bounds(UsageReport.Depth.NOT_DRAWN, USED))))
                .isEqualTo(ReportRefusal.NOT_DRAWN);
        UsageReport shown =
                new UsageReport(
                        handedIn.application(),
                        content("shown"),
                        Attachments.NONE,
                        handedIn.stage());
        assertThat(shown.check(check("first", "300"), receipts))
                .isInstanceOf(UsageReport.Moved.To.class);
    }

    private static UsageReport written() {
        return to(UsageReport.of(GrantApplicationFixtures.APPLICATION).write(content(null)));
    }

    private static ReportContent content(@Nullable String file) {
        return new ReportContent(
                List.of(new CostShare(CostCategory.PREMISES, USED)),
                List.of(
                        new CostReceipt(
                                CostCategory.PREMISES,
                                LocalDate.of(2027, 2, 1),
                                USED,
                                "Seurojentalo",
                                file)),
                Figures.UNTOLD,
                "Juhla pidettiin");
    }

    private static Check check(String by, String accepted) {
        return new Check(
                Check.Finding.APPROVED, Euros.parse(accepted), Euros.ZERO, "Kunnossa", by, NOW);
    }

    private static UsageReport to(UsageReport.Moved moved) {
        return switch (moved) {
            case UsageReport.Moved.To(var report) -> report;
            case UsageReport.Moved.Refused(var reason) ->
                    throw new AssertionError("Refused: " + reason);
        };
    }

    private static ReportRefusal refusal(UsageReport.Moved moved) {
        return switch (moved) {
            case UsageReport.Moved.To(var report) ->
                    throw new AssertionError("Moved to " + report.stage());
            case UsageReport.Moved.Refused(var reason) -> reason;
        };
    }
}
