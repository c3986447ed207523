/** Measurements, each as a ratio to what the engine itself does in the same run. */
@NullMarked
package fi.kumppani.system.benchmark;

import org.jspecify.annotations.NullMarked;
