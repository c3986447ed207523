/** The directory of the associations of a municipality, and the page of one. */
@NullMarked
package fi.kumppani.portal.association;

import org.jspecify.annotations.NullMarked;
