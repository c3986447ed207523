package fi.kumppani.grants.history.web;

import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Past calls and past decisions, at most 500 together; the calls are taken first.
 *
 * @param calls may be absent
 * @param decisions may be absent
 */
record ImportRequest(
        @Nullable @Size(max = MOST_ROWS) List<@NotNull @Valid CallRow> calls,
        @Nullable @Size(max = MOST_ROWS) List<@NotNull @Valid DecisionRow> decisions) {

    static final int MOST_ROWS = 500;

    private static final String KEY = "[A-Za-z0-9._:/-]{1,100}";

    List<CallRow> callRows() {
        return calls == null ? List.of() : calls;
    }

    List<DecisionRow> decisionRows() {
        return decisions == null ? List.of() : decisions;
    }

    /**
     * A past call.
     *
     * @param key stable at its source: the same key again is the same call
     * @param capPerApplication the budget when absent
     * @param eligibleForms all when absent
     * @param opensOn the first day of the budget year when absent
     * @param closesOn the last day applications were taken; the last of the year when absent
     */
    record CallRow(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull LocalizedText title,
            @Nullable LocalizedText description,
            @Nullable LocalizedText criteria,
            @NotNull Integer year,
            @NotNull Euros budget,
            @Nullable Euros capPerApplication,
            @Nullable List<@NotNull String> eligibleForms,
            @Nullable LocalDate opensOn,
            @Nullable LocalDate closesOn) {}

    /**
     * A past decision.
     *
     * @param key stable at its source: the same key again is the same decision
     * @param call the key of its call
     * @param associationId the registry's id of whom it was made for
     * @param purpose what the money was for
     * @param requested what was asked for; what was granted when absent
     * @param granted zero when it was refused
     * @param reasons codes of the catalogue; at least one when it was refused
     * @param decidedOn the day of the decision
     */
    record DecisionRow(
            @NotNull @Pattern(regexp = KEY) String key,
            @NotNull @Pattern(regexp = KEY) String call,
            @NotBlank @Size(max = 64) String associationId,
            @Nullable @Size(max = 5_000) String purpose,
            @Nullable Euros requested,
            @NotNull Euros granted,
            @Nullable @Size(max = 10) List<@NotNull String> reasons,
            @NotNull LocalDate decidedOn) {}
}
