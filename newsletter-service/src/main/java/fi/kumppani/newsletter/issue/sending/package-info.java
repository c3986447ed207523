/** The threads that send issues: woken by the order, and by a look through the store. */
@NullMarked
package fi.kumppani.newsletter.issue.sending;

import org.jspecify.annotations.NullMarked;
