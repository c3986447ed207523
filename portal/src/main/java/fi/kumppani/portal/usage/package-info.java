/** Tells how a grant was used: what it went to, with receipts, and what came of it. */
@NullMarked
package fi.kumppani.portal.usage;

import org.jspecify.annotations.NullMarked;
