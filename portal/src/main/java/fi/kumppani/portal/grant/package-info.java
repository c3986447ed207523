/** Grants as applicants see them: open calls, and the decision that a mailed link leads to. */
@NullMarked
package fi.kumppani.portal.grant;

import org.jspecify.annotations.NullMarked;
