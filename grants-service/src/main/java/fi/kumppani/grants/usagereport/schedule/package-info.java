/** Reminds of usage reports. */
@NullMarked
package fi.kumppani.grants.usagereport.schedule;

import org.jspecify.annotations.NullMarked;
