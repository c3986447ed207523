/** Events: drafted, published, changed and cancelled by coordinators. */
@NullMarked
package fi.kumppani.events.event;

import org.jspecify.annotations.NullMarked;
