/** What came of an event: its memo, and what was agreed to be done. */
@NullMarked
package fi.kumppani.events.memo;

import org.jspecify.annotations.NullMarked;
