/** The registry's networks of associations and their members, as far as events need them. */
@NullMarked
package fi.kumppani.events.network;

import org.jspecify.annotations.NullMarked;
