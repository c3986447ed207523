/** Tells the others of networks and members, and hears which associations have been dissolved. */
@NullMarked
package fi.kumppani.registry.network.messaging;

import org.jspecify.annotations.NullMarked;
