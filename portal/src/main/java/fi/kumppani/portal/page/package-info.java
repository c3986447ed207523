/** What all pages have in common: frame, links, and the forms of dates and euros. */
@NullMarked
package fi.kumppani.portal.page;

import org.jspecify.annotations.NullMarked;
