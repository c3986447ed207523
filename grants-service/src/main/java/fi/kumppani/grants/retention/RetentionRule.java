package fi.kumppani.grants.retention;

import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/**
 * For how long documents of one kind are kept (säilytysaika).
 *
 * @param from what the time runs from
 * @param kept how long, in years and months; null for ever
 * @param atLeast what the law demands; null when it demands nothing
 * @param standing how far the time is settled
 * @param basis because of what
 */
public record RetentionRule(
        DocumentKind kind,
        From from,
        @Nullable Period kept,
        @Nullable Period atLeast,
        Standing standing,
        LocalizedText basis) {

    /** The longest that is kept what is not kept for ever, in years. */
    public static final int MOST_YEARS = 50;

    /** What the time of a kind runs from. */
    public enum From {
        /** The day the call took applications for the last time. */
        CALL_CLOSED,
        /** The end of the year in which nothing was open about the matter any more. */
        END_OF_YEAR,
        /** The day of the decision. */
        DECIDED
    }

    /** How far a time is settled. */
    public enum Standing {
        /** By law. */
        LAW,
        /** A proposal that the municipality is to confirm. */
        TO_BE_CONFIRMED,
        /** By the municipality. */
        MUNICIPALITY
    }

    /**
     * @throws IllegalArgumentException when it is shorter than the law demands, or no time
     */
    public RetentionRule {
        if (kept != null && objection(kept, atLeast).isPresent()) {
            throw new IllegalArgumentException("The retention time of " + kind + " is not lawful");
        }
    }

    /** Why a time cannot be chosen; its name in kebab case is the code. */
    public enum Objection {
        /** Not more than nothing, with days, or longer than {@link #MOST_YEARS}. */
        OUT_OF_RANGE,
        /** Shorter than the law demands. */
        TOO_SHORT
    }

    static Optional<Objection> objection(Period time, @Nullable Period atLeast) {
        if (time.getDays() != 0
                || time.getYears() < 0
                || time.getMonths() < 0
                || time.toTotalMonths() < 1
                || time.toTotalMonths() > MOST_YEARS * 12L) {
            return Optional.of(Objection.OUT_OF_RANGE);
        }
        return atLeast != null && time.toTotalMonths() < atLeast.toTotalMonths()
                ? Optional.of(Objection.TOO_SHORT)
                : Optional.empty();
    }

    /** The last day a document is kept whose time runs from this day; empty for ever. */
    public Optional<LocalDate> until(LocalDate day) {
        if (kept == null) {
            return Optional.empty();
        }
        LocalDate since = from == From.END_OF_YEAR ? LocalDate.of(day.getYear(), 12, 31) : day;
        return Optional.of(since.plus(kept));
    }

    /** The same with another time, that somebody chose. */
    public RetentionRule keeping(Period time, Standing by) {
        return new RetentionRule(kind, from, time, atLeast, by, basis);
    }
}
