/** Ends invitations whose time is over. */
@NullMarked
package fi.kumppani.registry.invitation.sweeping;

import org.jspecify.annotations.NullMarked;
