/** Keeps municipalities as documents. */
@NullMarked
package fi.kumppani.registry.municipality.persistence;

import org.jspecify.annotations.NullMarked;
