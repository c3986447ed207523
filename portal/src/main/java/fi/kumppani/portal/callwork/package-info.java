/** Calls as officers plan them: written in drafts, copied from earlier ones, and published. */
@NullMarked
package fi.kumppani.portal.callwork;

import org.jspecify.annotations.NullMarked;
