package fi.kumppani.events.registration.persistence;

import org.jspecify.annotations.Nullable;

/** An association as it is kept. */
record AssociationDocument(@Nullable String purposeClass, boolean active) {}
