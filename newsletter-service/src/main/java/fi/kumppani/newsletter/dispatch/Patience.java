package fi.kumppani.newsletter.dispatch;

import java.time.Duration;

/**
 * How patient sending is.
 *
 * @param lease how long a claim holds; more than handing a letter over can take
 * @param firstRetry how long to wait after the server put a letter off the first time; doubles
 * @param longestRetry the most of that
 * @param giveUpAfter how long a letter is tried at all (RFC 5321, section 4.5.4.1: four to five
 *     days)
 * @param sweepEvery how often the store is looked through for work that nobody woke us for
 */
public record Patience(
        Duration lease,
        Duration firstRetry,
        Duration longestRetry,
        Duration giveUpAfter,
        Duration sweepEvery) {

    /**
     * How long to wait after so many vain tries.
     *
     * @param before the tries before the last, from 0
     */
    public Duration pauseAfter(int before) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(before, 16));
        return pause.compareTo(longestRetry) > 0 ? longestRetry : pause;
    }

    /**
     * Whether the next try would be later than {@link #giveUpAfter} behind the first. Only tries
     * count, so time that something was paused is not taken from it.
     *
     * @param tries the vain tries, from 1
     */
    public boolean isSpentAfter(int tries) {
        Duration waited = Duration.ZERO;
        for (int before = 0; before < tries; before++) {
            waited = waited.plus(pauseAfter(before));
        }
        return waited.compareTo(giveUpAfter) > 0;
    }
}
