package fi.kumppani.grants.history;

import fi.kumppani.grants.call.CallTerms;

/**
 * A call of the past.
 *
 * @param key stable at its source: the same key again is the same call
 * @param contentHash of all its source says
 * @param terms what it offered
 */
public record PastCall(String key, String contentHash, CallTerms terms) {}
