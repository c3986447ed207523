/** Who may apply and for what: rules that are data, answered one by one before any work is done. */
@NullMarked
package fi.kumppani.grants.eligibility;

import org.jspecify.annotations.NullMarked;
