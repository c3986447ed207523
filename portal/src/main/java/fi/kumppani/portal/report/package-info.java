/** What a municipality and its region report of their associations, in figures. */
@NullMarked
package fi.kumppani.portal.report;

import org.jspecify.annotations.NullMarked;
