package fi.kumppani.grants.recovery;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The reference rate of the Interest Act (korkolaki 633/1982, 12 §), which the Bank of Finland
 * states for each half-year.
 */
@FunctionalInterface
public interface ReferenceRates {

    /** The rate in force on a day, in percent a year; empty when it is not stated here. */
    Optional<BigDecimal> on(LocalDate day);
}
