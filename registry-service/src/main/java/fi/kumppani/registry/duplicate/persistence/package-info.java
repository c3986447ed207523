/** Keeps which associations are not the same. */
@NullMarked
package fi.kumppani.registry.duplicate.persistence;

import org.jspecify.annotations.NullMarked;
