package fi.kumppani.registry.municipality;

import java.time.LocalDate;

/**
 * How many people lived in a municipality on a day, and who says so.
 *
 * @param asOf the day
 * @param inhabitants at least 0
 * @param source where the figure was published
 */
public record PopulationFigure(LocalDate asOf, int inhabitants, String source) {

    /**
     * @throws IllegalArgumentException when there are fewer than no inhabitants
     */
    public PopulationFigure {
        if (inhabitants < 0) {
            throw new IllegalArgumentException("A municipality has no fewer than 0 inhabitants");
        }
    }

    /** Whether both are what one source says of one day; one of them is then a correction. */
    public boolean tellsTheSameAs(PopulationFigure other) {
        return asOf.equals(other.asOf) && source.equals(other.source);
    }
}
