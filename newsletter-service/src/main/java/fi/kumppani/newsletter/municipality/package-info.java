/** What municipalities are called, and whom their letters come from. */
@NullMarked
package fi.kumppani.newsletter.municipality;

import org.jspecify.annotations.NullMarked;
