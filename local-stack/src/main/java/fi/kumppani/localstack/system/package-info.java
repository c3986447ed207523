/** A running system as it is seen from outside, and what can be done to it in steps. */
@NullMarked
package fi.kumppani.localstack.system;

import org.jspecify.annotations.NullMarked;
