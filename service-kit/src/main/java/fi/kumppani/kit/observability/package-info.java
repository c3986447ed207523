/** Logs, metrics, traces and health, without personal data. */
@NullMarked
package fi.kumppani.kit.observability;

import org.jspecify.annotations.NullMarked;
