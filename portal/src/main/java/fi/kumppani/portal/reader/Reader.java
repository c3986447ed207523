package fi.kumppani.portal.reader;

/**
 * Who asked for a page.
 *
 * @param address where they come from, for the rate limits of the services
 * @param language what they read
 */
public record Reader(String address, Language language) {}
