package fi.kumppani.contracts.events;

/** Something public about a published event changed. */
public record EventChanged(Event event) {
    public static final String TYPE = "events.event.changed.v1";
}
