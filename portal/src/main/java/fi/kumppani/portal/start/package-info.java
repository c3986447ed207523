/** The start page: what is going on, in all municipalities or in one. */
@NullMarked
package fi.kumppani.portal.start;

import org.jspecify.annotations.NullMarked;
