/** Municipal grants: calls, applications, decisions, and a budget that is never exceeded. */
@NullMarked
package fi.kumppani.grants;

import org.jspecify.annotations.NullMarked;
