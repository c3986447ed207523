/** What waits for the coordinators of a municipality, in all services, and since when. */
@NullMarked
package fi.kumppani.portal.desk;

import org.jspecify.annotations.NullMarked;
