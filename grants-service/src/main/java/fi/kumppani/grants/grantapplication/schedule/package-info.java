/** Looks at the start, and rarely after, for decisions that a crash left half made. */
@NullMarked
package fi.kumppani.grants.grantapplication.schedule;

import org.jspecify.annotations.NullMarked;
