/** Aggregates kept as one document each, with the messages they owe in the same write. */
@NullMarked
package fi.kumppani.kit.store;

import org.jspecify.annotations.NullMarked;
