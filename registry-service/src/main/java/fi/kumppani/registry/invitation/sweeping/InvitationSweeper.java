package fi.kumppani.registry.invitation.sweeping;

import fi.kumppani.kit.background.BackgroundWork;
import fi.kumppani.registry.invitation.FinishInvitation;
import fi.kumppani.registry.invitation.Invitations;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Duration;

/**
 * Looks for invitations that wait for something, when the service starts and every quarter of an
 * hour. Several instances may do the same at once.
 */
@Component
final class InvitationSweeper extends BackgroundWork {

    private static final Logger log = LoggerFactory.getLogger(InvitationSweeper.class);
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

    private final Invitations invitations;
    private final FinishInvitation finishInvitation;

    InvitationSweeper(Invitations invitations, FinishInvitation finishInvitation) {
        super("sweeper-of-invitations");
        this.invitations = invitations;
        this.finishInvitation = finishInvitation;
    }

    @Override
    protected Duration work() {
        try {
            invitations.forEachUnfinished(finishInvitation::finish);
            return EVERY;
        } catch (RuntimeException e) {
            log.warn("Looking for invitations failed: {}", e.getClass().getSimpleName());
            return AFTER_A_FAULT;
        }
    }
}
