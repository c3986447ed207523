/** Tells of usage reports. */
@NullMarked
package fi.kumppani.grants.usagereport.messaging;

import org.jspecify.annotations.NullMarked;
