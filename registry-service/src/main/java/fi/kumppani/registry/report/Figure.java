package fi.kumppani.registry.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One number of a report. */
public sealed interface Figure {

    /**
     * A number that is known.
     *
     * @param value exact
     * @param asOf the day it is of; empty when nothing was ever told
     * @param sources who says so
     */
    record Known(BigDecimal value, Optional<LocalDate> asOf, List<String> sources)
            implements Figure {}

    /** A number nobody has told. */
    record Unknown() implements Figure {}

    /** A number so small that it would tell of single people. */
    record Suppressed(Optional<LocalDate> asOf, List<String> sources) implements Figure {}
}
