package fi.kumppani.registry.invitation;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.mandate.Mandate;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.Mandates;
import fi.kumppani.registry.mandate.Mark;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Does what an invitation waits for: ends one whose time is over, and gives the rights that a crash
 * left ungiven. Done twice or by two at once it is the same as done once.
 */
@Service
public class FinishInvitation {

    private final Invitations invitations;
    private final Mandates mandates;
    private final Ids ids;
    private final Clock clock;

    FinishInvitation(Invitations invitations, Mandates mandates, Ids ids, Clock clock) {
        this.invitations = invitations;
        this.mandates = mandates;
        this.ids = ids;
        this.clock = clock;
    }

    /** Finishes one, if there is something to finish. */
    public void finish(String id) {
        switch (invitations.find(id).map(Stored::body).orElse(null)) {
            case Invitation.Open open when open.offer().isOver(clock.instant()) -> expire(id);
            case Invitation.Taken taken -> give(taken);
            case null, default -> {}
        }
    }

    private void expire(String id) {
        var _ =
                invitations.change(
                        id,
                        OptionalLong.empty(),
                        invitation ->
                                invitation instanceof Invitation.Open open
                                        ? Optional.of(open.expire())
                                        : Optional.empty());
    }

    /**
     * Gives the rights: each once for the invitation, so that one which was taken away meanwhile
     * does not come back, and none that the person has already.
     */
    void give(Invitation.Taken taken) {
        Offer offer = taken.offer();
        var mark = Mark.now(offer.made().by(), clock);
        for (MandateModule module : offer.modules()) {
            var _ =
                    mandates.add(
                            Mandate.granted(
                                    ids.next(),
                                    offer.associationId(),
                                    taken.subject(),
                                    module,
                                    mark),
                            new Creation(
                                    "registry.invitation:" + offer.id() + ":" + module.code(),
                                    taken.subject()));
        }
        var _ =
                invitations.change(
                        offer.id(),
                        OptionalLong.empty(),
                        invitation ->
                                invitation instanceof Invitation.Taken still
                                        ? Optional.of(still.complete())
                                        : Optional.empty());
    }
}
