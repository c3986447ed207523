package fi.kumppani.events.event;

/** What happened to an event that others must know. */
public sealed interface EventHappening {

    /** The event as it is now. */
    Event event();

    /** It was announced. */
    record Announced(Event.Published event) implements EventHappening {}

    /** Something public about it changed. */
    record Changed(Event.Published event) implements EventHappening {}

    /** It will not be held. */
    record CalledOff(Event.Cancelled event) implements EventHappening {}
}
