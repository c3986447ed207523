/** Identifiers that sort by the time they were made. */
@NullMarked
package fi.kumppani.kit.ids;

import org.jspecify.annotations.NullMarked;
