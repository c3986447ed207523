package fi.kumppani.registry.municipality;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Adds what a source says of the inhabitants of the current municipality on a day. */
@Service
public class RecordPopulation {

    private final Municipalities municipalities;
    private final Clock clock;

    RecordPopulation(Municipalities municipalities, Clock clock) {
        this.municipalities = municipalities;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {

        /** The figure is known now. */
        record Recorded(Stored<Municipality> municipality) implements Outcome {}

        /** Nobody can have counted on a day that has not come. */
        record InTheFuture() implements Outcome {}

        /** There is no such municipality. */
        record Unknown() implements Outcome {}
    }

    /**
     * Adds the figure, or corrects what the same source said of the same day before.
     *
     * @param version the version of the municipality that the caller has seen
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Outcome record(PopulationFigure figure, long version) {
        if (figure.asOf().isAfter(LocalDate.now(clock.withZone(FinnishTime.ZONE)))) {
            return new Outcome.InTheFuture();
        }
        Optional<Stored<Municipality>> kept =
                municipalities.change(version, known -> known.with(figure));
        return kept.<Outcome>map(Outcome.Recorded::new).orElseGet(Outcome.Unknown::new);
    }
}
