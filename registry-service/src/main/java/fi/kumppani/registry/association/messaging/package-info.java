/** Tells the others of associations. */
@NullMarked
package fi.kumppani.registry.association.messaging;

import org.jspecify.annotations.NullMarked;
