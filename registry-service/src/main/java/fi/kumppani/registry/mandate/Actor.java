package fi.kumppani.registry.mandate;

/**
 * Who gives or takes rights.
 *
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param capacity as what they do it
 */
public record Actor(String subject, Capacity capacity) {}
