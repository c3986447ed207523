/** What a service hears from the others: dispatch, retries, dead letters, rebuilding. */
@NullMarked
package fi.kumppani.kit.inbound;

import org.jspecify.annotations.NullMarked;
