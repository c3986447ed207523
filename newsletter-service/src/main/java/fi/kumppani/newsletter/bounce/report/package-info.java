/** Reads what mail servers and providers report of letters (RFC 3464, RFC 5965). */
@NullMarked
package fi.kumppani.newsletter.bounce.report;

import org.jspecify.annotations.NullMarked;
