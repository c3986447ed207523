/** Keeps networks and memberships as documents. */
@NullMarked
package fi.kumppani.registry.network.persistence;

import org.jspecify.annotations.NullMarked;
