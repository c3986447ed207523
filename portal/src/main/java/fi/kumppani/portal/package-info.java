/** The one web origin of the system: public pages, login and the API gateway; no domain rules. */
@NullMarked
package fi.kumppani.portal;

import org.jspecify.annotations.NullMarked;
