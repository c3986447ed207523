/** What stays of needs, and for how long needs are kept. */
@NullMarked
package fi.kumppani.events.needs.persistence;

import org.jspecify.annotations.NullMarked;
