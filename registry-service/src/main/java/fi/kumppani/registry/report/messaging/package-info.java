/** Hears what the report counts. */
@NullMarked
package fi.kumppani.registry.report.messaging;

import org.jspecify.annotations.NullMarked;
