/** De minimis aid: what an applicant has of it, and what it declares to have from others. */
@NullMarked
package fi.kumppani.portal.aid;

import org.jspecify.annotations.NullMarked;
