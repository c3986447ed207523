/** Invitations to act for an association: what one is invited to, and accepting it. */
@NullMarked
package fi.kumppani.portal.invitation;

import org.jspecify.annotations.NullMarked;
