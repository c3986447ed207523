/** What is to be done about events at a certain time, and the job that sees to it. */
@NullMarked
package fi.kumppani.events.timing;

import org.jspecify.annotations.NullMarked;
