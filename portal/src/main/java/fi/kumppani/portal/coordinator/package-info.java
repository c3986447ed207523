/** Pages on which coordinators look after an event, and who may open them. */
@NullMarked
package fi.kumppani.portal.coordinator;

import org.jspecify.annotations.NullMarked;
