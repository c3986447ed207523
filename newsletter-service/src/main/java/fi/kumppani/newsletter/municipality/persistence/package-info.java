/** Keeps the names of municipalities as the registry tells them. */
@NullMarked
package fi.kumppani.newsletter.municipality.persistence;

import org.jspecify.annotations.NullMarked;
