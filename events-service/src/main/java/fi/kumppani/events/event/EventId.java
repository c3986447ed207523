package fi.kumppani.events.event;

/**
 * Names an event.
 *
 * @param value a UUIDv7
 */
public record EventId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
