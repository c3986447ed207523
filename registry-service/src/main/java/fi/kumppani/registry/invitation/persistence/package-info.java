/** Keeps invitations as documents. */
@NullMarked
package fi.kumppani.registry.invitation.persistence;

import org.jspecify.annotations.NullMarked;
