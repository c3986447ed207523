package fi.kumppani.events.registration;

import java.time.Duration;

/**
 * What people are promised about their data.
 *
 * @param kept how long after an event it is known who registered
 */
public record Retention(Duration kept) {}
