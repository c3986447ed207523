package fi.kumppani.contracts.grants;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Something was done about a decision (muutoksenhaku): a claim for a revised decision, a board took
 * it up, a ruling on either, or an appeal to a court.
 *
 * @param applicationId the application that was decided
 * @param redressCase the case that began or changed; absent when only the appeal to a court did
 * @param appealedOn the day an appeal to a court was filed; absent when there is none
 * @param appealEndedOn the day the court's ruling became final; absent until then
 */
public record RedressChanged(
        String applicationId,
        @Nullable Case redressCase,
        @Nullable LocalDate appealedOn,
        @Nullable LocalDate appealEndedOn) {
    public static final String TYPE = "grants.redress.changed.v1";

    /**
     * A claim, or that a board took the decision up.
     *
     * @param number from 1, within the application
     * @param kind {@code party-claim}, {@code member-claim} or {@code taken-up}
     * @param decision against which of the application's decisions, 1 for the first
     * @param arrivedOn the day it arrived, or was taken up, in Europe/Helsinki
     * @param late whether its time was over by then
     * @param hearer the body that rules, as a name; of what was taken up, the body that took it up
     * @param outcome {@code revised}, {@code dismissed}, {@code not-examined} or {@code withdrawn};
     *     absent until it is ruled on
     * @param ruledOn the day of the ruling
     * @param knownOn the day who claimed knew of the ruling; absent until that is stated
     */
    public record Case(
            int number,
            String kind,
            int decision,
            LocalDate arrivedOn,
            boolean late,
            String hearer,
            @Nullable String outcome,
            @Nullable LocalDate ruledOn,
            @Nullable LocalDate knownOn) {}
}
