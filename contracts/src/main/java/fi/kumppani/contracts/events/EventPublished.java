package fi.kumppani.contracts.events;

/** The event is announced, and people may register. */
public record EventPublished(Event event) {
    public static final String TYPE = "events.event.published.v1";
}
