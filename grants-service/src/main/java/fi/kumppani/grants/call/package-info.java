/** Calls for grant applications: what may be applied for, by whom, when, and how much there is. */
@NullMarked
package fi.kumppani.grants.call;

import org.jspecify.annotations.NullMarked;
