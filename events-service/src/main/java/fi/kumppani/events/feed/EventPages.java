package fi.kumppani.events.feed;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.tenancy.MunicipalityCode;

/** Where people read about events. */
public interface EventPages {

    /** The address of the page about an announced event. */
    String of(MunicipalityCode municipality, EventId event);

    /**
     * The address that events of a municipality are read at by programs, without a slash behind.
     */
    String api(MunicipalityCode municipality);
}
