package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;
import fi.kumppani.kit.text.EmailAddress;

/** Takes fingerprints of addresses, so that nobody registers twice for one event. */
public interface Fingerprints {

    /** The same for all spellings of a mailbox, another at every event. */
    Fingerprint of(EventId event, EmailAddress email);
}
