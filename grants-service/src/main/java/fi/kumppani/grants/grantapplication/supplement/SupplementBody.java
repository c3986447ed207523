package fi.kumppani.grants.grantapplication.supplement;

import fi.kumppani.grants.grantapplication.Supplement;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import jakarta.validation.constraints.NotNull;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * What somebody is asked to complete.
 *
 * @param what at most 2 000 characters in each language
 * @param dueOn the last day for it: after today, at most a year ahead
 */
public record SupplementBody(@NotNull LocalizedText what, @NotNull LocalDate dueOn) {

    private static final int LONGEST = 2_000;

    /**
     * What is asked.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    public Supplement read(Clock clock) {
        LocalDate today = FinnishTime.today(clock);
        FieldErrors errors = new FieldErrors();
        errors.longest("what", what, LONGEST);
        if (!dueOn.isAfter(today) || dueOn.isAfter(today.plusYears(1))) {
            errors.add("dueOn", "out-of-range", "After today, at most a year ahead");
        }
        errors.throwIfAny();
        return new Supplement(what, dueOn, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
