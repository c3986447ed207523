/** Recoveries as documents. */
@NullMarked
package fi.kumppani.grants.recovery.persistence;

import org.jspecify.annotations.NullMarked;
