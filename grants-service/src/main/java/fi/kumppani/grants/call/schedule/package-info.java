/** The job that has done what is due about calls. */
@NullMarked
package fi.kumppani.grants.call.schedule;

import org.jspecify.annotations.NullMarked;
