package fi.kumppani.newsletter.bounce;

import fi.kumppani.kit.time.FinnishTime;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a mailbox takes the letters of a municipality. It is known by a keyed hash alone, so that it
 * can outlive every address that is erased.
 *
 * @param reference a UUIDv7 that stands for it outside this service
 * @param softBounces how many days in a row brought letters back, with no good delivery between
 * @param lastSoftAt when one came back last; null for never
 * @param acceptedAt when the first letter since then was taken over; null for none
 * @param suppression why nothing is sent to it; null when letters are
 * @param seen the latest reports, so that one that is read again changes nothing
 */
public record Standing(
        String reference,
        int softBounces,
        @Nullable Instant lastSoftAt,
        @Nullable Instant acceptedAt,
        @Nullable Suppression suppression,
        List<String> seen) {

    /** So many days that brought letters back, and nothing more is sent. */
    public static final int MOST_SOFT = 5;

    /** A letter that has not come back for so long was delivered; servers try for four days. */
    private static final Duration COMES_BACK_WITHIN = Duration.ofDays(5);

    private static final int MOST_SEEN = 20;

    /** Copies the list. */
    public Standing {
        seen = List.copyOf(seen);
    }

    /** Nothing is known of it. */
    public static Standing unknown(String reference) {
        return new Standing(reference, 0, null, null, null, List.of());
    }

    /** Why nothing is sent to a mailbox. */
    public enum Reason {
        HARD,
        SOFT,
        COMPLAINT
    }

    /**
     * That nothing is sent to a mailbox.
     *
     * @param since when that was decided
     */
    public record Suppression(Reason reason, Instant since) {}

    /** Whether the report was read before. */
    public boolean knows(Bounce bounce) {
        return seen.contains(bounce.reportId());
    }

    /** What is known of it after a report. */
    public Standing after(Bounce bounce, Instant now) {
        if (knows(bounce)) {
            return this;
        }
        Standing noted =
                new Standing(
                        reference, softBounces, lastSoftAt, acceptedAt, suppression, with(bounce));
        return switch (bounce.kind()) {
            case HARD -> noted.suppressed(Reason.HARD, now);
            case COMPLAINT -> noted.suppressed(Reason.COMPLAINT, now);
            case SOFT -> noted.softly(now);
            case DELIVERED -> noted.delivered();
        };
    }

    /**
     * A server took a letter to it over. That is no delivery yet, as it may come back; one that has
     * not come back in time was.
     */
    public Standing accepted(Instant now) {
        if (softBounces == 0) {
            return this;
        }
        if (acceptedAt == null) {
            return new Standing(reference, softBounces, lastSoftAt, now, suppression, seen);
        }
        return isDelivered(acceptedAt, now) ? delivered() : this;
    }

    /** Letters are sent again, as somebody knows better. */
    public Standing lifted() {
        return new Standing(reference, 0, null, null, null, seen);
    }

    /**
     * Whether nothing may be sent to it.
     *
     * @param asked whether the reader waits for the letter, such as a decision: then a complaint
     *     about newsletters does not keep it back
     */
    public boolean isBlocked(boolean asked) {
        return suppression != null && !(asked && suppression.reason() == Reason.COMPLAINT);
    }

    private Standing softly(Instant now) {
        Standing since = acceptedAt != null && isDelivered(acceptedAt, now) ? delivered() : this;
        if (since.lastSoftAt != null
                && FinnishTime.dayOf(since.lastSoftAt).equals(FinnishTime.dayOf(now))) {
            return since;
        }
        Standing counted =
                new Standing(
                        reference, since.softBounces + 1, now, null, since.suppression, since.seen);
        return counted.softBounces < MOST_SOFT ? counted : counted.suppressed(Reason.SOFT, now);
    }

    private Standing delivered() {
        return new Standing(reference, 0, null, null, suppression, seen);
    }

    /** The first reason stays, unless the reader complains. */
    private Standing suppressed(Reason reason, Instant now) {
        boolean stays = suppression != null && reason != Reason.COMPLAINT;
        return new Standing(
                reference,
                softBounces,
                lastSoftAt,
                acceptedAt,
                stays ? suppression : new Suppression(reason, now),
                seen);
    }

    private List<String> with(Bounce bounce) {
        List<String> all = new ArrayList<>(seen);
        all.add(bounce.reportId());
        return all.subList(Math.max(0, all.size() - MOST_SEEN), all.size());
    }

    private static boolean isDelivered(Instant acceptedAt, Instant now) {
        return !acceptedAt.plus(COMES_BACK_WITHIN).isAfter(now);
    }
}
