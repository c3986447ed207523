/** Tasks as they are kept. */
@NullMarked
package fi.kumppani.events.task.persistence;

import org.jspecify.annotations.NullMarked;
