/** The read model of associations' classes. */
@NullMarked
package fi.kumppani.newsletter.association.persistence;

import org.jspecify.annotations.NullMarked;
