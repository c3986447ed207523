package fi.kumppani.events.history;

import fi.kumppani.events.event.EventDetails;

/**
 * An event of the past as its source tells it.
 *
 * @param key stable at its source: the same key again is the same event
 * @param details what was announced, with its true dates
 * @param capacity seats it had
 * @param registrations how many registered
 */
public record PastEvent(String key, EventDetails details, int capacity, int registrations) {}
