/** What happens at the door: who has come, counted once however many phones tell it. */
@NullMarked
package fi.kumppani.events.door;

import org.jspecify.annotations.NullMarked;
