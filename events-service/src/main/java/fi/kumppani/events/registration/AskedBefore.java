package fi.kumppani.events.registration;

/**
 * What is remembered of a request that registered somebody.
 *
 * @param contentHash hash of what was asked
 * @param answer what was answered
 */
public record AskedBefore(String contentHash, FirstAnswer answer) {}
