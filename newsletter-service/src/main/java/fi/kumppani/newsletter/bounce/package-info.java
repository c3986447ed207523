/** What came back of letters, and whom nothing is sent to any more because of it. */
@NullMarked
package fi.kumppani.newsletter.bounce;

import org.jspecify.annotations.NullMarked;
