package fi.kumppani.events.registration;

/** Names registrations where it must not be told whose something is. */
public interface Pseudonyms {

    /** The same for a registration every time; without the key it leads to none. */
    Fingerprint of(RegistrationId id);
}
