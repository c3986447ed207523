/** Keeps what the report counts. */
@NullMarked
package fi.kumppani.registry.report.persistence;

import org.jspecify.annotations.NullMarked;
