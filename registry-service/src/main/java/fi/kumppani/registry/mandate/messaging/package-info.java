/** Tells the others of mandates. */
@NullMarked
package fi.kumppani.registry.mandate.messaging;

import org.jspecify.annotations.NullMarked;
