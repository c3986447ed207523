/** Keeps mandates as documents. */
@NullMarked
package fi.kumppani.registry.mandate.persistence;

import org.jspecify.annotations.NullMarked;
