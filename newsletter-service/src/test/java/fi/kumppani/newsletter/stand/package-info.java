/**
 * The sending side of the service, wired by hand: several of them on one store, any of which may
 * die.
 */
@NullMarked
package fi.kumppani.newsletter.stand;

import org.jspecify.annotations.NullMarked;
