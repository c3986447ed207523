package fi.kumppani.grants.usagereport.persistence;

import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.scheme.CostShare;
import fi.kumppani.grants.usagereport.Check;
import fi.kumppani.grants.usagereport.CostReceipt;
import fi.kumppani.grants.usagereport.Figures;
import fi.kumppani.grants.usagereport.ReportContent;
import fi.kumppani.grants.usagereport.Stage;
import fi.kumppani.grants.usagereport.UsageReport;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.file.FileType;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A report as it is kept.
 *
 * @param stage its word
 * @param handedInBy absent while it is written or completed
 * @param check absent until it is checked
 * @param supplement absent unless it is being completed
 * @param approvedBy absent until two agree
 */
record ReportDocument(
        List<CostPart> costs,
        List<ReceiptPart> receipts,
        FiguresPart figures,
        Confidential text,
        List<FilePart> files,
        List<FilePart> leaving,
        String stage,
        @Nullable String handedInBy,
        @Nullable Instant handedInAt,
        @Nullable CheckPart check,
        @Nullable SupplementPart supplement,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt) {

    static final String DRAFT = "draft";
    static final String SUPPLEMENTING = "supplementing";
    static final String CONCLUDING = "concluding";
    private static final String HANDED_IN = "handed-in";
    private static final String CHECKED = "checked";
    private static final String CONCLUDED = "concluded";

    static ReportDocument from(UsageReport report) {
        return switch (report.stage()) {
            case Stage.Draft _ -> from(report, null, null, null, null, null);
            case Stage.Supplementing(var supplement) ->
                    from(report, null, null, supplement, null, null);
            case Stage.HandedIn handedIn -> from(report, handedIn, null, null, null, null);
            case Stage.Checked(var handedIn, var check) ->
                    from(report, handedIn, check, null, null, null);
            case Stage.Concluding(var handedIn, var check, var by, var at) ->
                    from(report, handedIn, check, null, by, at);
            case Stage.Concluded(var handedIn, var check, var by, var at) ->
                    from(report, handedIn, check, null, by, at);
        };
    }

    private static ReportDocument from(
            UsageReport report,
            Stage.@Nullable HandedIn handedIn,
            @Nullable Check check,
            @Nullable Supplement supplement,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {
        ReportContent content = report.content();
        return new ReportDocument(
                content.costs().stream()
                        .map(
                                each ->
                                        new CostPart(
                                                WireCodes.of(each.category()),
                                                each.amount().cents()))
                        .toList(),
                content.receipts().stream().map(ReceiptPart::from).toList(),
                new FiguresPart(
                        content.figures().participants(),
                        content.figures().events(),
                        content.figures().volunteerHours()),
                new Confidential(content.text()),
                report.files().listed().stream().map(FilePart::from).toList(),
                report.files().leaving().stream().map(FilePart::from).toList(),
                report.stage().word(),
                handedIn == null ? null : handedIn.by(),
                handedIn == null ? null : handedIn.at(),
                check == null ? null : CheckPart.from(check),
                supplement == null
                        ? null
                        : new SupplementPart(
                                supplement.what(), supplement.dueOn(), supplement.askedAt()),
                approvedBy,
                approvedAt);
    }

    UsageReport toDomain(String id) {
        return new UsageReport(
                new ApplicationId(id),
                new ReportContent(
                        costs.stream().map(CostPart::toDomain).toList(),
                        receipts.stream().map(ReceiptPart::toDomain).toList(),
                        new Figures(
                                figures.participants(), figures.events(), figures.volunteerHours()),
                        text.text()),
                new Attachments(
                        files.stream().map(FilePart::toDomain).toList(),
                        leaving.stream().map(FilePart::toDomain).toList()),
                read());
    }

    private Stage read() {
        return switch (stage) {
            case DRAFT -> new Stage.Draft();
            case SUPPLEMENTING -> {
                SupplementPart part = Objects.requireNonNull(supplement);
                yield new Stage.Supplementing(
                        new Supplement(part.what(), part.dueOn(), part.askedAt()));
            }
            case HANDED_IN -> handedIn();
            case CHECKED -> new Stage.Checked(handedIn(), checked());
            case CONCLUDING ->
                    new Stage.Concluding(
                            handedIn(),
                            checked(),
                            Objects.requireNonNull(approvedBy),
                            Objects.requireNonNull(approvedAt));
            case CONCLUDED ->
                    new Stage.Concluded(
                            handedIn(),
                            checked(),
                            Objects.requireNonNull(approvedBy),
                            Objects.requireNonNull(approvedAt));
            default -> throw new IllegalStateException("An unknown stage is kept: " + stage);
        };
    }

    private Stage.HandedIn handedIn() {
        return new Stage.HandedIn(
                Objects.requireNonNull(handedInBy), Objects.requireNonNull(handedInAt));
    }

    private Check checked() {
        return Objects.requireNonNull(check).toDomain();
    }

    record CostPart(String category, long cents) {

        CostShare toDomain() {
            return new CostShare(
                    WireCodes.read(CostCategory.class, category).orElseThrow(), new Euros(cents));
        }
    }

    record ReceiptPart(
            String category,
            LocalDate paidOn,
            long cents,
            Confidential description,
            @Nullable String file) {

        static ReceiptPart from(CostReceipt receipt) {
            return new ReceiptPart(
                    WireCodes.of(receipt.category()),
                    receipt.paidOn(),
                    receipt.amount().cents(),
                    new Confidential(receipt.description()),
                    receipt.file());
        }

        CostReceipt toDomain() {
            return new CostReceipt(
                    WireCodes.read(CostCategory.class, category).orElseThrow(),
                    paidOn,
                    new Euros(cents),
                    description.text(),
                    file);
        }
    }

    record FiguresPart(
            @Nullable Integer participants,
            @Nullable Integer events,
            @Nullable Integer volunteerHours) {}

    /** A file; what it is called may name people. */
    record FilePart(String hash, Confidential name, FileType type, int bytes, String key) {

        static FilePart from(Attachment file) {
            return new FilePart(
                    file.id(),
                    new Confidential(file.name()),
                    file.type(),
                    file.bytes(),
                    file.key());
        }

        Attachment toDomain() {
            return new Attachment(hash, name.text(), type, bytes, null, key);
        }
    }

    record CheckPart(
            String finding,
            long acceptedCents,
            long recoverCents,
            Confidential reason,
            String by,
            Instant at) {

        static CheckPart from(Check check) {
            return new CheckPart(
                    WireCodes.of(check.finding()),
                    check.accepted().cents(),
                    check.recover().cents(),
                    new Confidential(check.reason()),
                    check.by(),
                    check.at());
        }

        Check toDomain() {
            return new Check(
                    WireCodes.read(Check.Finding.class, finding).orElseThrow(),
                    new Euros(acceptedCents),
                    new Euros(recoverCents),
                    reason.text(),
                    by,
                    at);
        }
    }

    record SupplementPart(LocalizedText what, LocalDate dueOn, Instant askedAt) {}
}
