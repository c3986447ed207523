package fi.kumppani.events.event;

/** What is kept about an event apart from it, and goes with a draft that is dropped. */
public interface LeftOfDraft {

    /** Erases it; said again, it changes nothing. */
    void erase(EventId event);
}
