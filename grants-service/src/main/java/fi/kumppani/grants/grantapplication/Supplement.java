package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.time.FinnishTime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What an applicant is asked to complete (täydennyspyyntö; hallintolaki 434/2003, 22 §).
 *
 * @param what what is missing
 * @param dueOn the last day for it, in Europe/Helsinki
 * @param askedAt when it was asked
 */
public record Supplement(LocalizedText what, LocalDate dueOn, Instant askedAt) {

    /** Whether it is too late: from the end of the last day on. */
    public boolean isOver(Instant now) {
        return !now.isBefore(dueOn.plusDays(1).atStartOfDay(FinnishTime.ZONE).toInstant());
    }
}
