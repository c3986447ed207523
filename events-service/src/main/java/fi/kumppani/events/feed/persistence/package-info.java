/** Which municipality is in which region, as it is kept. */
@NullMarked
package fi.kumppani.events.feed.persistence;

import org.jspecify.annotations.NullMarked;
