/** Repayment plans over HTTP. */
@NullMarked
package fi.kumppani.grants.loan.web;

import org.jspecify.annotations.NullMarked;
