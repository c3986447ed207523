/** Answers whom to write to about parts of loans. */
@NullMarked
package fi.kumppani.grants.loan.contacts;

import org.jspecify.annotations.NullMarked;
