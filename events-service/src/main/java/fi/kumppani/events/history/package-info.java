/** Past events, taken over with their true dates. */
@NullMarked
package fi.kumppani.events.history;

import org.jspecify.annotations.NullMarked;
