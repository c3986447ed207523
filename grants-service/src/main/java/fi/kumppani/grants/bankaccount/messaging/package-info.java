/** Tells others that a bank account changes. */
@NullMarked
package fi.kumppani.grants.bankaccount.messaging;

import org.jspecify.annotations.NullMarked;
