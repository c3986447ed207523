/** Decisions of all municipalities as documents. */
@NullMarked
package fi.kumppani.grants.elsewhere.persistence;

import org.jspecify.annotations.NullMarked;
