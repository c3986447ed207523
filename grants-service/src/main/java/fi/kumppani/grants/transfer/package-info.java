/**
 * An application that was sent to the wrong call goes on under the right one (siirto), as another
 * application: the call, its form and its ledger are fixed about each.
 */
@NullMarked
package fi.kumppani.grants.transfer;

import org.jspecify.annotations.NullMarked;
