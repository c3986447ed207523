package fi.kumppani.kit.store;

/**
 * How an aggregate came to be, so that the same request sent again finds it instead of making
 * another.
 *
 * @param key unique in the deployment for this request: who asked, what for, and their
 *     Idempotency-Key
 * @param contentHash hash of what was asked
 */
public record Creation(String key, String contentHash) {}
