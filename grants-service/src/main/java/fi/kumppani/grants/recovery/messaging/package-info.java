/** Tells of recoveries. */
@NullMarked
package fi.kumppani.grants.recovery.messaging;

import org.jspecify.annotations.NullMarked;
