package fi.kumppani.grants.overview.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.Applicant;
import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.grantapplication.Decision;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Receipt;
import fi.kumppani.grants.overview.Due;
import fi.kumppani.grants.overview.OwnApplication;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a person may look after.
 *
 * @param associations those they may act for
 * @param applications those of these associations, the latest first
 */
record OwnView(List<AssociationView> associations, List<RowView> applications) {

    /**
     * An association.
     *
     * @param name absent while the registry has not told it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AssociationView(String id, @Nullable LocalizedText name) {}

    /**
     * An application.
     *
     * @param status as of the application itself
     * @param due what it waits for from the association
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowView(
            String id,
            String status,
            @Nullable String diaryNumber,
            String associationId,
            String callId,
            LocalizedText callTitle,
            int year,
            Euros requested,
            @Nullable Euros granted,
            @Nullable Instant submittedAt,
            List<DueView> due) {

        static RowView of(OwnApplication own) {
            GrantApplication application = own.application();
            Receipt receipt = application.arrived().orElse(null);
            return new RowView(
                    application.filing().id().value(),
                    application.status(),
                    receipt == null ? null : receipt.number().toString(),
                    application.filing().applicant().value(),
                    application.filing().call().value(),
                    own.callTitle(),
                    application.filing().year(),
                    application.proposal().requested(),
                    application
                            .decided()
                            .map(GrantApplication.Decided::decision)
                            .map(Decision::granted)
                            .orElse(null),
                    receipt == null ? null : receipt.at(),
                    own.due().stream().map(DueView::of).toList());
        }
    }

    /**
     * Something that is due.
     *
     * @param what {@code hand-in}, {@code supplement}, {@code acceptance}, {@code report}, {@code
     *     receipts}, {@code hearing} or {@code repayment}
     * @param at until when, of what goes by the minute
     * @param on the last day, of what goes by days
     * @param overdue whether that has passed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DueView(String what, @Nullable Instant at, @Nullable LocalDate on, boolean overdue) {

        static DueView of(Due due) {
            return switch (due) {
                case Due.HandIn(var closesAt) ->
                        new DueView("hand-in", closesAt, null, closesAt == null);
                case Due.Supplement(var on, var overdue) ->
                        new DueView("supplement", null, on, overdue);
                case Due.Acceptance(var on, var overdue) ->
                        new DueView("acceptance", null, on, overdue);
                case Due.Report(var on, var overdue) -> new DueView("report", null, on, overdue);
                case Due.Receipts(var on, var overdue) ->
                        new DueView("receipts", null, on, overdue);
                case Due.Hearing(var on) -> new DueView("hearing", null, on, false);
                case Due.Repayment(var on, var overdue) ->
                        new DueView("repayment", null, on, overdue);
            };
        }
    }

    static OwnView of(
            List<AssociationId> associations,
            Map<AssociationId, Applicant> known,
            List<OwnApplication> own) {
        return new OwnView(
                associations.stream()
                        .map(
                                each -> {
                                    Applicant applicant = known.get(each);
                                    return new AssociationView(
                                            each.value(),
                                            applicant == null ? null : applicant.name());
                                })
                        .toList(),
                own.stream().map(RowView::of).toList());
    }
}
