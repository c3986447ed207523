/** Declarations and recusals as documents. */
@NullMarked
package fi.kumppani.grants.interest.persistence;

import org.jspecify.annotations.NullMarked;
