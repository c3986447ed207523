/** Tells the others of invitations. */
@NullMarked
package fi.kumppani.registry.invitation.messaging;

import org.jspecify.annotations.NullMarked;
