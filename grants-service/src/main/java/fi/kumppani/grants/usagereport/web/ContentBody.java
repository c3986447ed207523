package fi.kumppani.grants.usagereport.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.costplan.ShareBody;
import fi.kumppani.grants.scheme.CostCategory;
import fi.kumppani.grants.usagereport.CostReceipt;
import fi.kumppani.grants.usagereport.Figures;
import fi.kumppani.grants.usagereport.ReportContent;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What a report tells.
 *
 * @param costs what the money went to, each kind of costs once
 * @param receipts the costs one by one
 * @param participants how many people took part
 * @param events how many events there were
 * @param volunteerHours how many hours people worked for nothing
 * @param text what came of it in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ContentBody(
        @Nullable @Size(max = 8) List<@NotNull @Valid ShareBody> costs,
        @Nullable @Size(max = ReportContent.MOST_RECEIPTS)
                List<@NotNull @Valid ReceiptBody> receipts,
        @Nullable @Min(0) @Max(10_000_000) Integer participants,
        @Nullable @Min(0) @Max(10_000_000) Integer events,
        @Nullable @Min(0) @Max(10_000_000) Integer volunteerHours,
        @Nullable @Size(max = ReportContent.MOST_CHARACTERS) String text) {

    /**
     * A cost with its receipt.
     *
     * @param category such as {@code premises}
     * @param paidOn not in the future
     * @param file the id of the report's file that shows it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceiptBody(
            @NotNull String category,
            @NotNull LocalDate paidOn,
            @NotNull Euros amount,
            @NotBlank @Size(max = CostReceipt.MOST_CHARACTERS) String description,
            @Nullable @Size(max = 64) String file) {

        static ReceiptBody of(CostReceipt receipt) {
            return new ReceiptBody(
                    WireCodes.of(receipt.category()),
                    receipt.paidOn(),
                    receipt.amount(),
                    receipt.description(),
                    receipt.file());
        }
    }

    static ContentBody of(ReportContent content) {
        Figures figures = content.figures();
        return new ContentBody(
                content.costs().stream().map(ShareBody::of).toList(),
                content.receipts().stream().map(ReceiptBody::of).toList(),
                figures.participants(),
                figures.events(),
                figures.volunteerHours(),
                content.text());
    }

    /**
     * What it tells.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    ReportContent read(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        var read =
                new ReportContent(
                        ShareBody.read(costs, "costs", errors),
                        receipts(today, errors),
                        new Figures(participants, events, volunteerHours),
                        text == null ? "" : text);
        errors.throwIfAny();
        return read;
    }

    private List<CostReceipt> receipts(LocalDate today, FieldErrors errors) {
        List<CostReceipt> read = new ArrayList<>();
        List<ReceiptBody> given = receipts == null ? List.of() : receipts;
        for (int i = 0; i < given.size(); i++) {
            ReceiptBody each = given.get(i);
            String at = "receipts[" + i + "]";
            if (each.paidOn().isAfter(today)) {
                errors.add(at + ".paidOn", "in-the-future", "Not in the future");
            }
            if (each.amount().cents() == 0) {
                errors.add(at + ".amount", "not-positive", "More than nothing");
            }
            WireCodes.read(CostCategory.class, each.category())
                    .ifPresentOrElse(
                            category ->
                                    read.add(
                                            new CostReceipt(
                                                    category,
                                                    each.paidOn(),
                                                    each.amount(),
                                                    each.description(),
                                                    each.file())),
                            () -> {
                                var _ =
                                        errors.add(
                                                at + ".category",
                                                "unknown",
                                                "Not in the catalogue");
                            });
        }
        return read;
    }

    /** Says nothing of the text, so that no log does. */
    @Override
    public String toString() {
        return "ContentBody[]";
    }
}
