/** Asks the name service. */
@NullMarked
package fi.kumppani.newsletter.sender.dns;

import org.jspecify.annotations.NullMarked;
