/** Events that come again, year after year. */
@NullMarked
package fi.kumppani.events.series;

import org.jspecify.annotations.NullMarked;
