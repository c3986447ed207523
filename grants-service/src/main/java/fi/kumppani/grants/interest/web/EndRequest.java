package fi.kumppani.grants.interest.web;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * When a tie ends.
 *
 * @param until its last day; left out to say that it goes on after all
 */
record EndRequest(@Nullable LocalDate until) {}
