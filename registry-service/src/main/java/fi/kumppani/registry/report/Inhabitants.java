package fi.kumppani.registry.report;

import java.time.LocalDate;

/**
 * How many people live in a municipality.
 *
 * @param number at least 0
 * @param asOf the day of the figure
 * @param source who says so
 */
public record Inhabitants(long number, LocalDate asOf, String source) {}
