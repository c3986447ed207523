package fi.kumppani.events.event;

/** The series of the current municipality, as far as an event needs them. */
public interface KnownSeries {

    /** Whether there is a series with this id. */
    boolean has(String id);
}
