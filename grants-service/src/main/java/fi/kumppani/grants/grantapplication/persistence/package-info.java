/** Keeps applications as documents. */
@NullMarked
package fi.kumppani.grants.grantapplication.persistence;

import org.jspecify.annotations.NullMarked;
