/** Usage reports as documents. */
@NullMarked
package fi.kumppani.grants.usagereport.persistence;

import org.jspecify.annotations.NullMarked;
