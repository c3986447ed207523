package fi.kumppani.grants.usagereport;

import fi.kumppani.grants.attachment.Attachment;
import fi.kumppani.grants.attachment.Attachments;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The report of how one grant was used (käyttöselvitys).
 *
 * @param application what was granted to
 * @param content what it tells
 * @param files the receipts and what else goes with it
 * @param stage how far it is
 */
public record UsageReport(
        ApplicationId application, ReportContent content, Attachments files, Stage stage) {

    /** One that nobody has begun to write. */
    public static UsageReport of(ApplicationId application) {
        return new UsageReport(
                application, ReportContent.EMPTY, Attachments.NONE, new Stage.Draft());
    }

    /**
     * What a check has to keep to.
     *
     * @param depth how closely it is checked
     * @param paid what was paid of the grant
     */
    public record Bounds(Depth depth, Euros paid) {}

    /** How closely a report is checked. */
    public enum Depth {
        /** By what it tells. */
        LIGHT,
        /** Against its receipts. */
        RECEIPTS,
        /** Not yet known: which reports are checked against receipts was not drawn. */
        NOT_DRAWN
    }

    /** Whether the grantee can write it. */
    public boolean isOpen() {
        return stage instanceof Stage.Draft || stage instanceof Stage.Supplementing;
    }

    /** What was found, once two agree. */
    public Optional<Check> conclusion() {
        return switch (stage) {
            case Stage.Concluding concluding -> Optional.of(concluding.check());
            case Stage.Concluded concluded -> Optional.of(concluded.check());
            case Stage.Draft _, Stage.HandedIn _, Stage.Supplementing _, Stage.Checked _ ->
                    Optional.empty();
        };
    }

    /**
     * The same without words, and with all of its files to be erased. What a check found stays
     * without its reason.
     */
    public UsageReport withoutWords() {
        return new UsageReport(
                application, content.withoutWords(), files.withoutAll(), stage.withoutWords());
    }

    /** The same after the content of some files was erased. */
    public UsageReport erased(List<Attachment> gone) {
        return new UsageReport(application, content, files.erased(gone), stage);
    }

    /** Writes it; also when it is late. */
    public Moved write(ReportContent next) {
        return isOpen()
                ? new Moved.To(new UsageReport(application, next, files, stage))
                : refused(ReportRefusal.ALREADY_HANDED_IN);
    }

    /** The same with these files; why not, if it is handed in. */
    public Moved attach(Attachments next) {
        return isOpen()
                ? new Moved.To(new UsageReport(application, content, next, stage))
                : refused(ReportRefusal.ALREADY_HANDED_IN);
    }

    /**
     * Hands it in, with receipts until their last day; said again by the same person, it stays so.
     * What is asked to be completed can be until the day named for it, if that is later.
     *
     * @param receiptsBy the last day for receipts of what is paid afterwards; null for no day
     */
    public Moved handIn(String by, Instant now, @Nullable LocalDate receiptsBy) {
        if (stage instanceof Stage.HandedIn) {
            return new Moved.To(this);
        }
        if (!isOpen()) {
            return refused(ReportRefusal.ALREADY_HANDED_IN);
        }
        if (receiptsBy != null && FinnishTime.dayOf(now).isAfter(lastDay(receiptsBy))) {
            return refused(ReportRefusal.RECEIPTS_LATE);
        }
        if (content.costs().isEmpty() && content.text().isBlank()) {
            return refused(ReportRefusal.REPORT_EMPTY);
        }
        boolean filesAreThere =
                content.receipts().stream()
                        .allMatch(
                                each -> each.file() == null || files.find(each.file()).isPresent());
        return filesAreThere
                ? at(new Stage.HandedIn(by, now))
                : refused(ReportRefusal.FILE_MISSING);
    }

    private LocalDate lastDay(LocalDate receiptsBy) {
        return stage instanceof Stage.Supplementing(var asked) && asked.dueOn().isAfter(receiptsBy)
                ? asked.dueOn()
                : receiptsBy;
    }

    /** Asks the grantee to complete it; what was checked is to be checked anew then. */
    public Moved ask(Supplement supplement) {
        return switch (stage) {
            case Stage.HandedIn _, Stage.Checked _ -> at(new Stage.Supplementing(supplement));
            case Stage.Draft _, Stage.Supplementing _ -> refused(ReportRefusal.NOT_HANDED_IN);
            case Stage.Concluding _, Stage.Concluded _ -> refused(ReportRefusal.ALREADY_CONCLUDED);
        };
    }

    /** The first of two checks it. */
    public Moved check(Check check, Bounds bounds) {
        return switch (stage) {
            case Stage.HandedIn handedIn ->
                    objection(handedIn, check, bounds)
                            .map(UsageReport::refused)
                            .orElseGet(() -> at(new Stage.Checked(handedIn, check)));
            case Stage.Draft _, Stage.Supplementing _ -> refused(ReportRefusal.NOT_HANDED_IN);
            case Stage.Checked _ -> refused(ReportRefusal.ALREADY_CHECKED);
            case Stage.Concluding _, Stage.Concluded _ -> refused(ReportRefusal.ALREADY_CONCLUDED);
        };
    }

    private Optional<ReportRefusal> objection(Stage.HandedIn handedIn, Check check, Bounds bounds) {
        if (handedIn.by().equals(check.by())) {
            return Optional.of(ReportRefusal.SAME_PERSON);
        }
        if (check.accepted().exceeds(content.used())) {
            return Optional.of(ReportRefusal.OVER_USED);
        }
        boolean fits =
                switch (check.finding()) {
                    case APPROVED -> check.accepted().equals(content.used());
                    case PARTLY_APPROVED -> check.accepted().cents() > 0;
                    case REJECTED -> check.accepted().cents() == 0;
                };
        if (!fits) {
            return Optional.of(ReportRefusal.FINDING_CONTRADICTS);
        }
        if (check.recover().exceeds(bounds.paid())) {
            return Optional.of(ReportRefusal.OVER_PAID);
        }
        return switch (bounds.depth()) {
            case LIGHT -> Optional.empty();
            case NOT_DRAWN -> Optional.of(ReportRefusal.NOT_DRAWN);
            case RECEIPTS ->
                    check.accepted().exceeds(content.shown())
                            ? Optional.of(ReportRefusal.RECEIPTS_MISSING)
                            : Optional.empty();
        };
    }

    /** Takes a check back, so that it is checked anew; the second found it wanting. */
    public Moved sendBack() {
        return stage instanceof Stage.Checked(var handedIn, _)
                ? at(handedIn)
                : refused(ReportRefusal.NOT_CHECKED);
    }

    /** The second of two approves what the first found; never who handed it in or checked it. */
    public Moved approve(String by, Instant now) {
        return switch (stage) {
            case Stage.Checked(var handedIn, var check)
                    when by.equals(check.by()) || by.equals(handedIn.by()) ->
                    refused(ReportRefusal.SAME_PERSON);
            case Stage.Checked(var handedIn, var check) ->
                    at(new Stage.Concluding(handedIn, check, by, now));
            case Stage.Draft _, Stage.Supplementing _, Stage.HandedIn _ ->
                    refused(ReportRefusal.NOT_CHECKED);
            case Stage.Concluding _, Stage.Concluded _ -> refused(ReportRefusal.ALREADY_CONCLUDED);
        };
    }

    /** The same once the award knows of it. */
    public UsageReport concluded() {
        return stage instanceof Stage.Concluding(var handedIn, var check, var by, var at)
                ? new UsageReport(
                        application, content, files, new Stage.Concluded(handedIn, check, by, at))
                : this;
    }

    private Moved at(Stage next) {
        return new Moved.To(new UsageReport(application, content, files, next));
    }

    private static Moved refused(ReportRefusal reason) {
        return new Moved.Refused(reason);
    }

    /** What came of a move. */
    public sealed interface Moved {

        /** It is so now. */
        record To(UsageReport report) implements Moved {}

        /** It stays as it was. */
        record Refused(ReportRefusal reason) implements Moved {}
    }
}
