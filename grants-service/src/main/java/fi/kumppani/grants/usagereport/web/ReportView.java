package fi.kumppani.grants.usagereport.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.usagereport.DueReport;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A report as its grantee and its checkers see it.
 *
 * @param status {@code draft}, {@code handed-in}, {@code supplementing}, {@code checked} or {@code
 *     concluded}
 * @param dueOn the last day to hand it in, as long as it is to be and that is known
 * @param overdue whether that day has passed
 * @param used what was used in all
 * @param comparison by kind of costs what was planned, granted and used
 * @param missing what is asked to be completed
 * @param conclusion what two people found, once they agree
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReportView(
        String status,
        @Nullable LocalDate dueOn,
        boolean overdue,
        ContentBody content,
        Euros used,
        List<ComparedCosts> comparison,
        List<FileView> files,
        @Nullable Instant handedInAt,
        @Nullable LocalizedText missing,
        @Nullable CheckBody conclusion) {

    /** A file of the report. */
    record FileView(String id, String name, String mediaType, int bytes) {

        static FileView of(Attachment file) {
            return new FileView(file.id(), file.name(), file.type().mediaType(), file.bytes());
        }
    }

    static ReportView of(DueReport due, LocalDate today) {
        UsageReport report = due.report();
        return new ReportView(
                report.conclusion().isPresent() ? "concluded" : report.stage().word(),
                due.dueOn().orElse(null),
                due.overdueSince(today).isPresent(),
                ContentBody.of(report.content()),
                report.content().used(),
                ComparedCosts.of(due.decided(), report.content()),
                report.files().listed().stream().map(FileView::of).toList(),
                handedInAt(report.stage()),
                report.stage() instanceof Stage.Supplementing(var asked) ? asked.what() : null,
                report.conclusion().map(CheckBody::of).orElse(null));
    }

    private static @Nullable Instant handedInAt(Stage stage) {
        return switch (stage) {
            case Stage.Draft _, Stage.Supplementing _ -> null;
            case Stage.HandedIn(_, var at) -> at;
            case Stage.Checked(var handedIn, _) -> handedIn.at();
            case Stage.Concluding(var handedIn, _, _, _) -> handedIn.at();
            case Stage.Concluded(var handedIn, _, _, _) -> handedIn.at();
        };
    }
}
