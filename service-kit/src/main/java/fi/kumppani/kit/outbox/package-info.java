/** What a service tells the others, and the relay that publishes it. */
@NullMarked
package fi.kumppani.kit.outbox;

import org.jspecify.annotations.NullMarked;
