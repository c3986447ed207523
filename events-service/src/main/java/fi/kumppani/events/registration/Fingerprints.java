package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.text.EmailAddress;

/** Takes fingerprints of addresses, so that nobody registers twice for one event. */
public interface Fingerprints {

    /**
     * The same for all spellings of a mailbox, a detail after a plus included, another at every
     * event.
     */
    Fingerprint of(EventId event, EmailAddress email);

    /** The same, another in every series: no event has its id. */
    default Fingerprint inSeries(String series, EmailAddress email) {
        return of(new EventId(series), email);
    }
}
