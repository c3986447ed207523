/** What was granted, after the decision: whether it is accepted, and what is paid of it. */
@NullMarked
package fi.kumppani.grants.award;

import org.jspecify.annotations.NullMarked;
