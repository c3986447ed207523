package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;

/**
 * What leads from a mailbox, or from what it once asked, to a registration, and what somebody said
 * in their own words apart from it.
 */
public interface Traces {

    /** Erases all there are of an event; said again, it changes nothing. */
    void erase(EventId event);

    /** Erases those that lead to one registration; said again, it changes nothing. */
    void erase(RegistrationId id);
}
