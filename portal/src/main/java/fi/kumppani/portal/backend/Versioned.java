package fi.kumppani.portal.backend;

/**
 * Something that may be written anew by whoever says which words of it they have read.
 *
 * @param value what was found
 * @param version what to send as {@code If-Match}; empty when the service told none
 * @param <T> what was asked for
 */
public record Versioned<T>(T value, String version) {}
