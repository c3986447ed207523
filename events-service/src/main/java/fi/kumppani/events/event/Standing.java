package fi.kumppani.events.event;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * How an announced event stands apart from what is announced of it.
 *
 * @param phase where it is in its life
 * @param reason why it is postponed
 * @param previousStartsAt the start that was announced before the one of now
 * @param assured whether it has been decided that enough come
 * @param changedAt when coordinators, or a rule, last changed it; absent for events of old
 * @param notices what those who registered are still to be told
 * @param peopleForgottenAt when all was erased by which those who registered could be known
 * @param followedIn the series whose followers have been registered for it; null for none
 */
public record Standing(
        Phase phase,
        @Nullable LocalizedText reason,
        @Nullable Instant previousStartsAt,
        boolean assured,
        @Nullable Instant changedAt,
        Notices notices,
        @Nullable Instant peopleForgottenAt,
        @Nullable String followedIn) {

    /** Nothing has happened to it. */
    public static final Standing NEW =
            new Standing(Phase.COMING, null, null, false, null, Notices.NONE, null, null);

    /** Where an announced event is in its life. */
    public enum Phase {
        /** It will be held when it says, or was. */
        COMING,
        /** It will be held some other time that is not known; it keeps its old times until then. */
        POSTPONED,
        /** It is put away: found in its series and by its address, not among the events. */
        ARCHIVED
    }

    /** The same, changed at this moment. */
    public Standing touched(Instant now) {
        return new Standing(
                phase,
                reason,
                previousStartsAt,
                assured,
                now,
                notices,
                peopleForgottenAt,
                followedIn);
    }

    /** Postponed, its times kept. */
    Standing postponed(@Nullable LocalizedText why, Instant now) {
        return new Standing(
                Phase.POSTPONED,
                why,
                previousStartsAt,
                false,
                now,
                notices,
                peopleForgottenAt,
                followedIn);
    }

    /** Put away. */
    Standing archived(Instant now) {
        return new Standing(
                Phase.ARCHIVED,
                reason,
                previousStartsAt,
                assured,
                now,
                notices,
                peopleForgottenAt,
                followedIn);
    }

    /** Enough come. */
    Standing assured(Instant now) {
        return new Standing(
                phase, reason, previousStartsAt, true, now, notices, peopleForgottenAt, followedIn);
    }

    /** After its details were written anew: a new start ends a postponement. */
    Standing rewritten(EventDetails before, EventDetails after, Instant now) {
        Instant old = before.schedule().startsAt();
        boolean moved = !old.equals(after.schedule().startsAt());
        boolean sameQuestion =
                Objects.equals(before.particulars().minimum(), after.particulars().minimum());
        return new Standing(
                moved && phase == Phase.POSTPONED ? Phase.COMING : phase,
                moved ? null : reason,
                moved ? old : previousStartsAt,
                assured && sameQuestion,
                now,
                notices,
                moved ? null : peopleForgottenAt,
                followedIn);
    }

    /** The same, owing this to those who registered. */
    public Standing owing(Notices next) {
        return new Standing(
                phase,
                reason,
                previousStartsAt,
                assured,
                changedAt,
                next,
                peopleForgottenAt,
                followedIn);
    }

    /** Nobody who registered is known any more. */
    public Standing peopleForgotten(Instant now) {
        return new Standing(
                phase, reason, previousStartsAt, assured, changedAt, notices, now, followedIn);
    }

    /** Those who follow this series have been registered for it. */
    public Standing followed(String series) {
        return new Standing(
                phase,
                reason,
                previousStartsAt,
                assured,
                changedAt,
                notices,
                peopleForgottenAt,
                series);
    }
}
