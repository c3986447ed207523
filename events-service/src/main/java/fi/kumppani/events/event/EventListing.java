package fi.kumppani.events.event;

import java.util.List;

/**
 * An index over announced events, kept from their own messages, so a moment behind; it is read from
 * memory.
 */
public interface EventListing {

    /** Takes note of an announced event of the current municipality, unless newer is known. */
    void note(Event event, long sequence);

    /** All announced events of the current municipality, in the order of time. */
    List<ListedEvent> own();

    /**
     * The announced events of all municipalities that are to come or were not long ago, in the
     * order of time; for public facts only.
     */
    List<ListedEvent> everywhere();
}
