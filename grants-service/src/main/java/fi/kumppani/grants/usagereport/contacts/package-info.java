/** Answers whom to write to about usage reports. */
@NullMarked
package fi.kumppani.grants.usagereport.contacts;

import org.jspecify.annotations.NullMarked;
