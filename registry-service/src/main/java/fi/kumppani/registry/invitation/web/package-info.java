/** Invitations over HTTP. */
@NullMarked
package fi.kumppani.registry.invitation.web;

import org.jspecify.annotations.NullMarked;
