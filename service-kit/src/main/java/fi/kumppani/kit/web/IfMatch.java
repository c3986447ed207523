package fi.kumppani.kit.web;

/**
 * The version that a change was made to; a handler that takes it requires the header {@code
 * If-Match} with one {@link ETags entity tag} (428 without it).
 *
 * @param version to hand to the save, which fails when it is not the current one (412)
 */
public record IfMatch(long version) {}
