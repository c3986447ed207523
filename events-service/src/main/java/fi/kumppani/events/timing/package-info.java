/** What is to be done about events at a certain time. */
@NullMarked
package fi.kumppani.events.timing;

import org.jspecify.annotations.NullMarked;
