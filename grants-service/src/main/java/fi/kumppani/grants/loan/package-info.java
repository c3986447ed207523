/** Loans that grants can be, and how they are paid back by their plan. */
@NullMarked
package fi.kumppani.grants.loan;

import org.jspecify.annotations.NullMarked;
