/** Bank accounts over HTTP, masked. */
@NullMarked
package fi.kumppani.grants.bankaccount.web;

import org.jspecify.annotations.NullMarked;
