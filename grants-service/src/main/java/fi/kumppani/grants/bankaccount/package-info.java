/** The bank accounts that grants are paid to; none is changed by one person alone. */
@NullMarked
package fi.kumppani.grants.bankaccount;

import org.jspecify.annotations.NullMarked;
