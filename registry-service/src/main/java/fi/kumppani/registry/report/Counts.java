package fi.kumppani.registry.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What was counted in a municipality for a year.
 *
 * @param inhabitants the newest figure, whatever the year; unknown when nobody has told one
 * @param associations active ones, now
 * @param grantedCents euros granted by decisions of the year, in cents
 * @param events held or to be held in the year
 * @param registrations confirmed ones to these events
 * @param letters issues sent in the year
 */
public record Counts(
        Optional<Inhabitants> inhabitants,
        Count associations,
        Count grantedCents,
        Count events,
        Count registrations,
        Count letters) {

    /**
     * A number and how new it is.
     *
     * @param number at least 0
     * @param newest when the newest of what was counted happened; empty when nothing ever did
     */
    public record Count(long number, Optional<Instant> newest) {

        /** Nothing was ever told. */
        public static final Count NONE = new Count(0, Optional.empty());

        /** All of them together. */
        static Count sum(List<Counts> all, Function<Counts, Count> part) {
            return all.stream().map(part).reduce(NONE, Count::plus);
        }

        private Count plus(Count other) {
            Optional<Instant> later =
                    newest.isPresent() && other.newest.isPresent()
                            ? newest.filter(own -> own.isAfter(other.newest.get()))
                                    .or(other::newest)
                            : newest.or(other::newest);
            return new Count(Math.addExact(number, other.number), later);
        }
    }
}
