package fi.kumppani.registry.invitation;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.invitation.Invitations.Addition;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mark;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Invites somebody by e-mail to act for an association. */
@Service
public class InviteRepresentative {

    /** More than an association has people who act for it. */
    static final int MOST_OPEN = 20;

    private final Invitations invitations;
    private final Associations associations;
    private final Ids ids;
    private final Clock clock;

    InviteRepresentative(Invitations invitations, Associations associations, Ids ids, Clock clock) {
        this.invitations = invitations;
        this.associations = associations;
        this.ids = ids;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {

        /** It is on its way, now or by the same request before. */
        record Done(Offer offer) implements Result {}

        /** The request's key was used for something else. */
        record KeyReused() implements Result {}

        /** The current municipality has no such association. */
        record UnknownAssociation() implements Result {}

        /** It is not made. */
        record Refused(Refusal refusal) implements Result {}
    }

    /**
     * Invites them.
     *
     * @param modules where they are to act; at least one
     */
    public Result invite(
            String associationId,
            List<MandateModule> modules,
            Invitee invitee,
            Actor by,
            Creation creation) {
        Optional<Association> association = associations.find(associationId).map(Stored::body);
        if (association.isEmpty()) {
            return new Result.UnknownAssociation();
        }
        var invitation =
                new Invitation.Open(
                        new Offer(ids.next(), associationId, modules, Mark.now(by, clock)),
                        invitee);
        Optional<Addition> before = invitations.madeBefore(invitation, creation);
        if (before.isPresent()) {
            return result(before.get());
        }
        return refusal(association.get(), invitation)
                .<Result>map(Result.Refused::new)
                .orElseGet(() -> result(invitations.add(invitation, creation)));
    }

    private Optional<Refusal> refusal(Association association, Invitation.Open invitation) {
        if (association instanceof Association.Dissolved) {
            return Optional.of(Refusal.ASSOCIATION_DISSOLVED);
        }
        List<Invitation.Open> open =
                invitations.openOf(invitation.offer().associationId()).stream()
                        .map(Stored::body)
                        .filter(other -> !other.offer().isOver(invitation.offer().made().at()))
                        .toList();
        if (open.stream().anyMatch(other -> mailbox(other).equals(mailbox(invitation)))) {
            return Optional.of(Refusal.INVITED_ALREADY);
        }
        return open.size() < MOST_OPEN ? Optional.empty() : Optional.of(Refusal.TOO_MANY_OPEN);
    }

    private static String mailbox(Invitation.Open invitation) {
        return invitation.invitee().email().mailbox();
    }

    private static Result result(Addition addition) {
        return switch (addition) {
            case Addition.Kept(Offer offer) -> new Result.Done(offer);
            case Addition.KeyReused _ -> new Result.KeyReused();
        };
    }
}
