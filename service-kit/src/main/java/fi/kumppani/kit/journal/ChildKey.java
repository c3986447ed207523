package fi.kumppani.kit.journal;

/**
 * Points at a child.
 *
 * @param children its collection
 * @param id its id
 * @param <C> the child's document type
 */
public record ChildKey<C>(ChildCollection<C> children, String id) {}
