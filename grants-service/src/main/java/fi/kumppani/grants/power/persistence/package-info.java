/** Powers to decide as documents. */
@NullMarked
package fi.kumppani.grants.power.persistence;

import org.jspecify.annotations.NullMarked;
