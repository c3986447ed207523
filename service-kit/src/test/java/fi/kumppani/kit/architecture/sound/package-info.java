/** A service that keeps every rule. */
@NullMarked
package fi.kumppani.kit.architecture.sound;

import org.jspecify.annotations.NullMarked;
