/** Tells the others of municipalities. */
@NullMarked
package fi.kumppani.registry.municipality.messaging;

import org.jspecify.annotations.NullMarked;
