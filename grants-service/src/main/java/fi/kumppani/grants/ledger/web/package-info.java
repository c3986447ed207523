/** Ledgers over HTTP, for officers and decision makers. */
@NullMarked
package fi.kumppani.grants.ledger.web;

import org.jspecify.annotations.NullMarked;
