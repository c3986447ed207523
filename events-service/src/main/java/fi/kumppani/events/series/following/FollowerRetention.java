package fi.kumppani.events.series.following;

import java.time.Duration;

/**
 * What those who follow a series are promised about their data.
 *
 * @param kept how long they are known after the last event of the series, or after they joined when
 *     nothing was held since
 */
public record FollowerRetention(Duration kept) {}
