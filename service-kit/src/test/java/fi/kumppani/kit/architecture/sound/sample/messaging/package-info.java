/** Its translator. */
@NullMarked
package fi.kumppani.kit.architecture.sound.sample.messaging;

import org.jspecify.annotations.NullMarked;
