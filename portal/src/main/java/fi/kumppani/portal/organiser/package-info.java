/** Pages on which coordinators plan events, announce them and see who comes. */
@NullMarked
package fi.kumppani.portal.organiser;

import org.jspecify.annotations.NullMarked;
