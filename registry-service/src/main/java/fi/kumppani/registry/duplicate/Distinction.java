package fi.kumppani.registry.duplicate;

import java.time.LocalDate;

/**
 * That two associations are not the same, however alike they look.
 *
 * @param pair the two
 * @param saidOn when a coordinator said so
 */
public record Distinction(Pair pair, LocalDate saidOn) {}
