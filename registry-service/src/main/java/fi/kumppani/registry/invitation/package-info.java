/** Invites people by e-mail to act for an association. */
@NullMarked
package fi.kumppani.registry.invitation;

import org.jspecify.annotations.NullMarked;
