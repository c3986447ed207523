/** Tests of what a service hears. */
@NullMarked
package fi.kumppani.kit.inbound;

import org.jspecify.annotations.NullMarked;
