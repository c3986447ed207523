/** A feature that keeps the rules of the domain. */
@NullMarked
package fi.kumppani.kit.architecture.sound.sample;

import org.jspecify.annotations.NullMarked;
