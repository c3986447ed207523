/** Series as they are kept. */
@NullMarked
package fi.kumppani.events.series.persistence;

import org.jspecify.annotations.NullMarked;
