package fi.kumppani.registry.invitation;

import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows the open invitations of an association to those who give its rights, and withdraws one. */
@Service
public class WithdrawInvitation {

    private final Invitations invitations;
    private final FinishInvitation finishInvitation;

    WithdrawInvitation(Invitations invitations, FinishInvitation finishInvitation) {
        this.invitations = invitations;
        this.finishInvitation = finishInvitation;
    }

    /** Those that can still be accepted, in the order they were made; ends the others. */
    public List<Stored<Invitation.Open>> openOf(String associationId) {
        invitations.openOf(associationId).forEach(each -> finishInvitation.finish(each.id()));
        return invitations.openOf(associationId);
    }

    /**
     * Withdraws one; what is not open any more stays as it is.
     *
     * @param version the version the caller has seen
     * @return what is kept afterwards; empty when the current municipality has no such invitation
     * @throws fi.kumppani.kit.store.StaleVersionException when another version is current
     */
    public Optional<Stored<Invitation>> withdraw(String id, long version) {
        return invitations.change(
                id,
                OptionalLong.of(version),
                invitation ->
                        invitation instanceof Invitation.Open open
                                ? Optional.of(open.withdraw())
                                : Optional.empty());
    }
}
