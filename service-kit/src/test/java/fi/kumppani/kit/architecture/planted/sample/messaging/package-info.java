/** A message function that nobody tests twice. */
@NullMarked
package fi.kumppani.kit.architecture.planted.sample.messaging;

import org.jspecify.annotations.NullMarked;
