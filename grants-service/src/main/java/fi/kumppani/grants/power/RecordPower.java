package fi.kumppani.grants.power;

import fi.kumppani.grants.power.DecisionPowers.Change;
import fi.kumppani.kit.store.StaleVersionException;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Records powers to decide, and when they end. Whoever records one decides nothing by it: nobody
 * records a power of which they are a holder.
 */
@Service
public class RecordPower {

    private final DecisionPowers powers;
    private final Clock clock;

    RecordPower(DecisionPowers powers, Clock clock) {
        this.powers = powers;
        this.clock = clock;
    }

    /**
     * Records a power. What is recorded already under this id stays as it is.
     *
     * @param id chosen by who records it
     * @param by who records it, as the identity provider's opaque {@code sub}
     */
    public Result begin(String id, DecisionPower.Terms terms, String by) {
        if (terms.holders().contains(by)) {
            return new Result.Own();
        }
        var power = new DecisionPower(id, terms, source(by), List.of());
        return powers.change(
                known -> {
                    Optional<DecisionPower> before = known.power(id);
                    if (before.isPresent()) {
                        return Change.none(
                                before.get().terms().equals(terms)
                                        ? new Result.Kept(before.get())
                                        : new Result.OtherwiseRecorded());
                    }
                    return known.all().size() >= Powers.MOST
                            ? Change.none(new Result.Full())
                            : Change.to(known.with(power), new Result.Kept(power));
                });
    }

    /**
     * Has a power end sooner than was known; what it let decide until then stays.
     *
     * @param until its last day; yesterday at the earliest, and in force for at least a day unless
     *     it has not begun
     * @param seen the version that was seen
     * @return empty when there is no such power
     * @throws StaleVersionException when another version is current
     */
    public Optional<Result> end(String id, LocalDate until, long seen, String by) {
        LocalDate today = FinnishTime.today(clock);
        var ending = new DecisionPower.Ending(until, source(by));
        return powers.change(
                known ->
                        known.power(id)
                                .map(power -> end(known, power, ending, seen, today))
                                .orElseGet(() -> Change.none(Optional.empty())));
    }

    private static Change<Optional<Result>> end(
            Powers known,
            DecisionPower power,
            DecisionPower.Ending ending,
            long seen,
            LocalDate today) {
        if (power.version() != seen) {
            throw new StaleVersionException();
        }
        LocalDate until = ending.until();
        LocalDate first = power.terms().from();
        LocalDate earliest = first.isAfter(today) ? first.minusDays(1) : first;
        if (until.isBefore(today.minusDays(1)) || until.isBefore(earliest)) {
            return Change.none(Optional.of(new Result.EndsInThePast()));
        }
        if (power.until().filter(last -> !until.isBefore(last)).isPresent()) {
            return Change.none(Optional.of(new Result.EndsNoSooner()));
        }
        return Change.to(
                known.ending(power.id(), ending),
                Optional.of(new Result.Kept(power.ending(ending))));
    }

    private DecisionPower.Source source(String by) {
        return new DecisionPower.Source(by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** What came of it. */
    public sealed interface Result {

        /** It is recorded so. */
        record Kept(DecisionPower power) implements Result {}

        /** Who records it would be a holder. */
        record Own() implements Result {}

        /** Something else is recorded under this id, and stays. */
        record OtherwiseRecorded() implements Result {}

        /** The municipality has recorded {@link Powers#MOST} powers. */
        record Full() implements Result {}

        /** Days on which it let somebody decide would be taken from it. */
        record EndsInThePast() implements Result {}

        /** It ends by then already: a power that goes on is another power. */
        record EndsNoSooner() implements Result {}
    }
}
