/** Keeps what borrowers were told as documents. */
@NullMarked
package fi.kumppani.grants.loan.persistence;

import org.jspecify.annotations.NullMarked;
