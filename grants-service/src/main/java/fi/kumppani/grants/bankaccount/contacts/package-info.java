/** Answers whom to write to when a bank account is to be changed. */
@NullMarked
package fi.kumppani.grants.bankaccount.contacts;

import org.jspecify.annotations.NullMarked;
