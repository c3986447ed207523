/** The reference rates that a deployment states. */
@NullMarked
package fi.kumppani.grants.recovery.rates;

import org.jspecify.annotations.NullMarked;
