package fi.kumppani.events.registration.persistence;

/**
 * The number a mailbox registered last under; its id is {@code <event>:<fingerprint>}.
 *
 * @param number of the registration
 */
record ClaimDocument(long number) {}
