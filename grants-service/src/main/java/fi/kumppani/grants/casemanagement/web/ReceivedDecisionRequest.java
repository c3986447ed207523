package fi.kumppani.grants.casemanagement.web;

import fi.kumppani.grants.grantapplication.DecisionMaker;
import fi.kumppani.grants.grantapplication.DecisionRequest;
import fi.kumppani.grants.grantapplication.verdict.VerdictBody;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.text.WireCodes;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A decision that was made in the case-management system.
 *
 * @param proposal the number of the proposal it was made on
 * @param verdict what was decided
 * @param maker {@code official} or {@code board}
 * @param title which one, as its power is recorded
 * @param section its number in the minutes or the list of decisions
 * @param decidedBy which official decided, or who records the board's decisions, as the identity
 *     provider's opaque {@code sub}; never a name
 * @param decidedOn from the day of arrival until today
 */
record ReceivedDecisionRequest(
        @Min(1) int proposal,
        @NotNull @Valid VerdictBody verdict,
        @NotBlank String maker,
        @NotBlank @Size(max = 120) String title,
        @Nullable @Size(max = 40) String section,
        @NotBlank @Size(max = 255) String decidedBy,
        @NotNull LocalDate decidedOn) {

    /**
     * What was decided.
     *
     * @param arrived the day the application arrived
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    DecisionRequest asked(Creation creation, LocalDate arrived, LocalDate today) {
        FieldErrors errors = new FieldErrors();
        var kind = WireCodes.read(DecisionMaker.Kind.class, maker);
        if (kind.isEmpty()) {
            errors.add("maker", "unknown", "One of " + WireCodes.all(DecisionMaker.Kind.class));
        }
        if (decidedOn.isAfter(today)) {
            errors.add("decidedOn", "in-the-future", "Not in the future");
        }
        if (decidedOn.isBefore(arrived)) {
            errors.add("decidedOn", "before-arrival", "Not before the application arrived");
        }
        errors.throwIfAny();
        return new DecisionRequest(
                verdict.verdict("verdict."),
                new DecisionMaker(kind.orElseThrow(), title.strip(), section),
                decidedBy,
                decidedOn,
                creation);
    }
}
