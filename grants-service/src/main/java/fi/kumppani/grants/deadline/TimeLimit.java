package fi.kumppani.grants.deadline;

import java.time.LocalDate;

/**
 * A time limit that begins with a day on which something happened.
 *
 * @param days how many days it lasts, at least 1
 */
public record TimeLimit(int days) {

    /** For a claim for a revised decision (kuntalaki 410/2015, 138 §). */
    public static final TimeLimit CLAIM_FOR_REVISED_DECISION = new TimeLimit(14);

    /**
     * For a municipal appeal to the administrative court (kunnallisvalitus; kuntalaki 410/2015, 135
     * §).
     */
    public static final TimeLimit MUNICIPAL_APPEAL = new TimeLimit(30);

    /**
     * @throws IllegalArgumentException when it would last no day
     */
    public TimeLimit {
        if (days < 1) {
            throw new IllegalArgumentException("A time limit lasts at least a day");
        }
    }

    /**
     * The last day on which it is not too late. The day it begins with does not count, and if the
     * last one is a day on which nothing can be done, the next working day is the last (laki
     * 150/1930, 2 § and 5 §).
     *
     * @param beginning the day something happened
     */
    public LocalDate lastDay(LocalDate beginning) {
        return WorkingDays.onOrAfter(beginning.plusDays(days));
    }
}
