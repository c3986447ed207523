package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;

import java.util.Map;

/** What mailboxes registered last under, in the current municipality. */
public interface Mailboxes {

    /**
     * The registrations that were made with these fingerprints, each for its event; those there
     * are. Whether they still hold, and for whom, they tell themselves.
     */
    Map<EventId, RegistrationId> claims(Map<EventId, Fingerprint> mailboxes);
}
