/** Tells others of new editions of appeal instructions. */
@NullMarked
package fi.kumppani.grants.appeal.messaging;

import org.jspecify.annotations.NullMarked;
