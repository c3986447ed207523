/** Has borrowers told of parts that are due. */
@NullMarked
package fi.kumppani.grants.loan.schedule;

import org.jspecify.annotations.NullMarked;
