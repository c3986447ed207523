/** What letters need to know of associations. */
@NullMarked
package fi.kumppani.newsletter.association;

import org.jspecify.annotations.NullMarked;
