/** Looks again at the records of senders' domains. */
@NullMarked
package fi.kumppani.newsletter.sender.checking;

import org.jspecify.annotations.NullMarked;
