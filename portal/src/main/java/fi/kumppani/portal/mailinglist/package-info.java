/** Mailing lists: what each is about and for whom, created and changed by coordinators. */
@NullMarked
package fi.kumppani.portal.mailinglist;

import org.jspecify.annotations.NullMarked;
