/** What everybody may take away and use: data, feeds and the API. */
@NullMarked
package fi.kumppani.portal.opendata;

import org.jspecify.annotations.NullMarked;
