/** Tells others what became of a call's budget. */
@NullMarked
package fi.kumppani.grants.ledger.messaging;

import org.jspecify.annotations.NullMarked;
