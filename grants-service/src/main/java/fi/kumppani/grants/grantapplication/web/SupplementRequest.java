package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;

import jakarta.validation.constraints.NotNull;

import java.time.LocalDate;

/**
 * What an applicant is asked to complete.
 *
 * @param what at most 2 000 characters in each language
 * @param dueOn the last day for it: after today, at most a year ahead
 */
record SupplementRequest(@NotNull LocalizedText what, @NotNull LocalDate dueOn) {

    private static final int LONGEST = 2_000;

    /**
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    void check(LocalDate today) {
        FieldErrors errors = new FieldErrors();
        errors.longest("what", what, LONGEST);
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(1))) {
            errors.add("dueOn", "out-of-range", "After today, at most a year ahead");
        }
        errors.throwIfAny();
    }
}
