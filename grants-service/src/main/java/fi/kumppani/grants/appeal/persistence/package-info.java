/** Editions of appeal instructions as documents. */
@NullMarked
package fi.kumppani.grants.appeal.persistence;

import org.jspecify.annotations.NullMarked;
