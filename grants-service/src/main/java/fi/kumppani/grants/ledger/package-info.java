/** The budget ledger of each call: what was appropriated, what is reserved, what is granted. */
@NullMarked
package fi.kumppani.grants.ledger;

import org.jspecify.annotations.NullMarked;
