/** Knows whom invitations are mailed to. */
@NullMarked
package fi.kumppani.registry.invitation.contacts;

import org.jspecify.annotations.NullMarked;
