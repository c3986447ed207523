/** What happens in a municipality that its letters can tell of. */
@NullMarked
package fi.kumppani.newsletter.material;

import org.jspecify.annotations.NullMarked;
