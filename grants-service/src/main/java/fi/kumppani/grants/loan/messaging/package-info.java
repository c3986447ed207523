/** Tells others that a part of a loan is due. */
@NullMarked
package fi.kumppani.grants.loan.messaging;

import org.jspecify.annotations.NullMarked;
