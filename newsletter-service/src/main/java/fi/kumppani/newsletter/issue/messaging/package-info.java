/** Tells which issues were sent, and which letters had trouble. */
@NullMarked
package fi.kumppani.newsletter.issue.messaging;

import org.jspecify.annotations.NullMarked;
