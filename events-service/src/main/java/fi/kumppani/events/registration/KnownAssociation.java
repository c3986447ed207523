package fi.kumppani.events.registration;

import org.jspecify.annotations.Nullable;

/**
 * An association as the registry tells of it.
 *
 * @param id its id there
 * @param purposeClass what it is for
 * @param active whether it still exists
 */
public record KnownAssociation(String id, @Nullable String purposeClass, boolean active) {}
