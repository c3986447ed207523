/** Keeps what municipalities chose, and what was erased, as documents. */
@NullMarked
package fi.kumppani.grants.retention.persistence;

import org.jspecify.annotations.NullMarked;
