/** Hears of networks and their members. */
@NullMarked
package fi.kumppani.events.network.messaging;

import org.jspecify.annotations.NullMarked;
