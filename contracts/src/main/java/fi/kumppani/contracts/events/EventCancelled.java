package fi.kumppani.contracts.events;

/** The event will not be held. */
public record EventCancelled(Event event) {
    public static final String TYPE = "events.event.cancelled.v1";
}
