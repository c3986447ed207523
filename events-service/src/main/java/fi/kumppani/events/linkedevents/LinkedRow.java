package fi.kumppani.events.linkedevents;

import fi.kumppani.events.event.Belonging;
import fi.kumppani.events.event.EventDetails;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.Particulars;
import fi.kumppani.events.event.Source;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

/**
 * An event as another system tells it.
 *
 * @param details what it announces, with where it comes from; it waits for the event that it is a
 *     part of there, if it is one
 * @param status how it stands there
 * @param reason why it is not held when it says, in the words of the source; absent when it says
 *     none
 */
public record LinkedRow(EventDetails details, Status status, @Nullable LocalizedText reason) {

    /** Whether it is a part of another event there. */
    public boolean isPart() {
        Source source = details.particulars().source();
        return source != null && source.waitsFor() != null;
    }

    /** The same as a part of that event, which is known here. */
    LinkedRow partOf(EventId umbrella) {
        Particulars told = details.particulars();
        Belonging before = told.belonging();
        Source source = told.source();
        return new LinkedRow(
                details.with(
                        details.venue(),
                        told.in(
                                        new Belonging(
                                                before.series(),
                                                umbrella,
                                                before.network(),
                                                before.region()))
                                .from(source == null ? null : source.waitingForNone())),
                status,
                reason);
    }

    /** How an event can stand, as schema.org's eventStatus has it. */
    public enum Status {
        /** It will be held, perhaps at a new time. */
        SCHEDULED,
        /** It has no time at present. */
        POSTPONED,
        /** It will not be held. */
        CANCELLED
    }
}
