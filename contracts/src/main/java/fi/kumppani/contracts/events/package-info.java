/** What events-service tells the others: gatherings and the registrations to them. */
@NullMarked
package fi.kumppani.contracts.events;

import org.jspecify.annotations.NullMarked;
