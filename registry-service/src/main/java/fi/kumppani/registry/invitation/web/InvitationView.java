package fi.kumppani.registry.invitation.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.mandate.MandateModule;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * An invitation, for those who give the association's rights and for whoever holds its link.
 *
 * @param status {@code open}, {@code accepted}, {@code withdrawn} or {@code expired}
 * @param recipient whom it was mailed to, masked; only for those who give rights, while it is open
 * @param by as what it was made, {@code coordinator} or {@code main-user}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(
        String id,
        String associationId,
        List<String> modules,
        String status,
        @Nullable String recipient,
        String by,
        Instant madeAt,
        Instant expiresAt) {

    /** For those who give rights. */
    static InvitationView of(Invitation invitation, Instant now) {
        return of(
                invitation,
                now,
                invitation instanceof Invitation.Open open && !open.offer().isOver(now)
                        ? open.invitee().masked()
                        : null);
    }

    /** For whoever holds the link. */
    static InvitationView ofLink(Invitation invitation, Instant now) {
        return of(invitation, now, null);
    }

    private static InvitationView of(
            Invitation invitation, Instant now, @Nullable String recipient) {
        Offer offer = invitation.offer();
        return new InvitationView(
                offer.id(),
                offer.associationId(),
                offer.modules().stream().map(MandateModule::code).toList(),
                WireCodes.of(invitation.standing(now)),
                recipient,
                WireCodes.of(offer.made().by().capacity()),
                offer.made().at(),
                offer.expiresAt());
    }
}
