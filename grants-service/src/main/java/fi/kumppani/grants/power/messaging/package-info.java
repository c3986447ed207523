/** Tells others of powers to decide. */
@NullMarked
package fi.kumppani.grants.power.messaging;

import org.jspecify.annotations.NullMarked;
