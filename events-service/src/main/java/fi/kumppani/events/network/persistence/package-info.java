/** Keeps what was told of networks and their members. */
@NullMarked
package fi.kumppani.events.network.persistence;

import org.jspecify.annotations.NullMarked;
