/** The API gateway: which requests reach which service, and with which headers. */
@NullMarked
package fi.kumppani.portal.gateway;

import org.jspecify.annotations.NullMarked;
