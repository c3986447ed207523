/**
 * What of paid grants comes back: claimed back by a decision, with interest when it is late
 * (takaisinperintä), or returned by the grantee's own will.
 */
@NullMarked
package fi.kumppani.grants.recovery;

import org.jspecify.annotations.NullMarked;
