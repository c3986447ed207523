/**
 * What of a grant comes back: claimed back, by the grantee's own will, or by the plan of a loan.
 */
@NullMarked
package fi.kumppani.portal.recoverywork;

import org.jspecify.annotations.NullMarked;
