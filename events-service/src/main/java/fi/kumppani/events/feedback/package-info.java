/** What those who came say of an event: what they are asked, and what they answer. */
@NullMarked
package fi.kumppani.events.feedback;

import org.jspecify.annotations.NullMarked;
