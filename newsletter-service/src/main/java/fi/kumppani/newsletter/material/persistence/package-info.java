/** The read model of what letters can tell of. */
@NullMarked
package fi.kumppani.newsletter.material.persistence;

import org.jspecify.annotations.NullMarked;
