package fi.kumppani.contracts.events;

/**
 * Somebody follows a series: they are registered for what is announced of it later, and shown by
 * mail how to leave. Told once more when their address asks again.
 */
public record SeriesJoined(Follower follower) {
    public static final String TYPE = "events.series.joined.v1";
}
