package fi.kumppani.registry.invitation;

import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** The links by which invitations are accepted. */
@Service
public class InvitationLinks {

    private static final String ACCEPT = "invitation.accept";

    /** So that who comes too late is told so. */
    private static final Duration AFTERWARDS = Duration.ofDays(60);

    private final LinkSigner signer;
    private final Invitations invitations;
    private final Clock clock;

    InvitationLinks(LinkSigner signer, Invitations invitations, Clock clock) {
        this.signer = signer;
        this.invitations = invitations;
        this.clock = clock;
    }

    /** A token for the link of an invitation, for the address it is mailed to alone. */
    public String mint(Offer offer) {
        return signer.mint(ACCEPT, offer.id(), 0, offer.expiresAt().plus(AFTERWARDS));
    }

    /** The invitation, whether or not it can still be accepted, if the token is its own. */
    public Optional<Stored<Invitation>> open(String id, String token) {
        return signer.verify(token, ACCEPT, clock.instant())
                                instanceof SignedLink.Valid(String subject, long _)
                        && subject.equals(id)
                ? invitations.find(id)
                : Optional.empty();
    }
}
