/** Which municipality is in which region, as the registry tells it. */
@NullMarked
package fi.kumppani.events.feed.messaging;

import org.jspecify.annotations.NullMarked;
