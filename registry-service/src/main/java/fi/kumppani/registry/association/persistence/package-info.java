/** Keeps associations as documents. */
@NullMarked
package fi.kumppani.registry.association.persistence;

import org.jspecify.annotations.NullMarked;
