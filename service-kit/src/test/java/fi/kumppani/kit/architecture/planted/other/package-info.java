/** A feature in a circle with another. */
@NullMarked
package fi.kumppani.kit.architecture.planted.other;

import org.jspecify.annotations.NullMarked;
