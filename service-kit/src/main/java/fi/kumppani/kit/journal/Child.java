package fi.kumppani.kit.journal;

/**
 * A child as it is kept.
 *
 * @param id its id
 * @param batch the parent's batch that wrote it last; grows with each change, so it serves as the
 *     child's ETag
 * @param sequence counts the messages it has owed so far
 * @param body what the service keeps of it
 * @param <C> the child's document type
 */
public record Child<C>(String id, long batch, long sequence, C body) {}
