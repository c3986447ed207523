/** Associations: registered, verified, changed, dissolved. */
@NullMarked
package fi.kumppani.registry.association;

import org.jspecify.annotations.NullMarked;
