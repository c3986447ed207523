/** Redress as documents. */
@NullMarked
package fi.kumppani.grants.redress.persistence;

import org.jspecify.annotations.NullMarked;
