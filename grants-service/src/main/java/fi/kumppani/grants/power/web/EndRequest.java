package fi.kumppani.grants.power.web;

import jakarta.validation.constraints.NotNull;

import java.time.LocalDate;

/**
 * When a power ends.
 *
 * @param until its last day
 */
record EndRequest(@NotNull LocalDate until) {}
