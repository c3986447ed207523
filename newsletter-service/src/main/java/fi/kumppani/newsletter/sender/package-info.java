/**
 * A municipality's own sender: its address, its look, its mail server, and what proves that the
 * domain is its own.
 */
@NullMarked
package fi.kumppani.newsletter.sender;

import org.jspecify.annotations.NullMarked;
