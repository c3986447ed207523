/** Tells others of calls. */
@NullMarked
package fi.kumppani.grants.call.messaging;

import org.jspecify.annotations.NullMarked;
