/** Has erased what is past its time. */
@NullMarked
package fi.kumppani.grants.retention.schedule;

import org.jspecify.annotations.NullMarked;
