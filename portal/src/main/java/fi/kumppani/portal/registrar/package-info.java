/** The registry as coordinators keep it: associations, networks, who may act for whom, imports. */
@NullMarked
package fi.kumppani.portal.registrar;

import org.jspecify.annotations.NullMarked;
