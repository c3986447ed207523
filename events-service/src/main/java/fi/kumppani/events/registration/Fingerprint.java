package fi.kumppani.events.registration;

/**
 * Stands for one mailbox at one event, and tells nothing about it to whoever reads it.
 *
 * @param value keyed hash
 */
public record Fingerprint(String value) {}
