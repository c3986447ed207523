package fi.kumppani.registry.invitation;

import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.association.Association;
import fi.kumppani.registry.association.Associations;
import fi.kumppani.registry.mandate.RightsKeepers;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Accepts an invitation. Whoever takes it first has it, in one write; the rights follow, and are
 * given by the sweep if nobody else gives them.
 */
@Service
public class AcceptInvitation {

    private final Invitations invitations;
    private final FinishInvitation finishInvitation;
    private final RightsKeepers rightsKeepers;
    private final Associations associations;
    private final Clock clock;

    AcceptInvitation(
            Invitations invitations,
            FinishInvitation finishInvitation,
            RightsKeepers rightsKeepers,
            Associations associations,
            Clock clock) {
        this.invitations = invitations;
        this.finishInvitation = finishInvitation;
        this.rightsKeepers = rightsKeepers;
        this.associations = associations;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Result {

        /** The person has the rights, now or by accepting it before. */
        record Done(Offer offer) implements Result {}

        /** It cannot be accepted. */
        record Refused(Refusal refusal) implements Result {}

        /** The current municipality has no such invitation. */
        record Unknown() implements Result {}
    }

    /**
     * Accepts it. Who accepts it again is given nothing that was taken away meanwhile.
     *
     * @param subject the person, as the identity provider's opaque {@code sub}
     */
    public Result accept(String id, String subject) {
        Instant now = clock.instant();
        return invitations
                .find(id)
                .flatMap(
                        before ->
                                invitations.change(
                                        id,
                                        OptionalLong.empty(),
                                        invitation -> taken(invitation, subject, now)))
                .map(after -> result(after, subject))
                .orElseGet(Result.Unknown::new);
    }

    /** What follows; nothing where {@link #result} says why. */
    private Optional<Invitation> taken(Invitation invitation, String subject, Instant now) {
        return invitation instanceof Invitation.Open open && refusal(open, now).isEmpty()
                ? Optional.of(open.take(subject))
                : Optional.empty();
    }

    private Result result(Stored<Invitation> stored, String subject) {
        return switch (stored.body()) {
            case Invitation.Open open ->
                    new Result.Refused(refusal(open, clock.instant()).orElse(Refusal.WITHDRAWN));
            case Invitation.Taken taken -> given(taken, subject);
            case Invitation.Accepted(Offer offer, String by) ->
                    by.equals(subject)
                            ? new Result.Done(offer)
                            : new Result.Refused(Refusal.USED_BY_ANOTHER);
            case Invitation.Withdrawn _ -> new Result.Refused(Refusal.WITHDRAWN);
            case Invitation.Expired _ -> new Result.Refused(Refusal.EXPIRED);
        };
    }

    private Result given(Invitation.Taken taken, String subject) {
        if (!taken.subject().equals(subject)) {
            return new Result.Refused(Refusal.USED_BY_ANOTHER);
        }
        finishInvitation.give(taken);
        return new Result.Done(taken.offer());
    }

    /** What keeps an open one from being accepted. */
    private Optional<Refusal> refusal(Invitation.Open open, Instant now) {
        Offer offer = open.offer();
        if (offer.isOver(now)) {
            return Optional.of(Refusal.EXPIRED);
        }
        if (rightsKeepers.mayStill(offer.made().by(), offer.associationId()).isEmpty()) {
            return Optional.of(Refusal.WITHDRAWN);
        }
        return associations
                .find(offer.associationId())
                .filter(stored -> stored.body() instanceof Association.Dissolved)
                .map(_ -> Refusal.ASSOCIATION_DISSOLVED);
    }
}
