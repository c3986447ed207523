/** What this service says itself that people are then told. */
@NullMarked
package fi.kumppani.events.notice.messaging;

import org.jspecify.annotations.NullMarked;
