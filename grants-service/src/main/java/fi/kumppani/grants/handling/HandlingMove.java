package fi.kumppani.grants.handling;

import fi.kumppani.grants.scheme.Criterion;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;

/**
 * What is to be done with a row one has looked at.
 *
 * @param change what it becomes; null to leave it as it is
 * @param answer what the one who asked is told
 * @param <R> the answer's type
 */
public record HandlingMove<R>(@Nullable Next change, R answer) {

    /**
     * What a row becomes.
     *
     * @param total the weighted score of its reviews; null when none counts
     * @param what happened, for the journal
     * @param by who did it, as the identity provider's opaque {@code sub}
     */
    public record Next(Handling row, @Nullable BigDecimal total, What what, String by) {}

    /** What happens to rows. */
    public enum What {
        ASSIGNED,
        UNASSIGNED,
        REVIEWED,
        ROUND_CLOSED,
        PARTICIPANT_RELEASED
    }

    static <R> HandlingMove<R> to(
            Handling row, List<Criterion> criteria, What what, String by, R answer) {
        @Nullable BigDecimal total =
                WeightedScore.of(criteria, row.reviews()).map(WeightedScore::total).orElse(null);
        return new HandlingMove<>(new Next(row, total, what, by), answer);
    }

    static <R> HandlingMove<R> stay(R answer) {
        return new HandlingMove<>(null, answer);
    }
}
