/** How accessible the pages are, and where one says that they are not. */
@NullMarked
package fi.kumppani.portal.accessibility;

import org.jspecify.annotations.NullMarked;
