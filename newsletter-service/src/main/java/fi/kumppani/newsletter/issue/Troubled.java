package fi.kumppani.newsletter.issue;

import fi.kumppani.newsletter.bounce.Bounce;
import fi.kumppani.newsletter.bounce.Standing;
import fi.kumppani.newsletter.bounce.Standings;
import fi.kumppani.newsletter.bounce.TakeBounce;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.subscription.Mailbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The mailboxes of a chunk that letters have come back from: looked up once, so that the many
 * others cost nothing. What is learnt of mailboxes on the way is noted, and never holds sending up.
 */
final class Troubled {

    private static final Logger log = LoggerFactory.getLogger(Troubled.class);

    private final Map<Mailbox, Standing> known;
    private final Standings standings;
    private final TakeBounce takeBounce;
    private final Clock clock;

    private Troubled(
            Map<Mailbox, Standing> known, Standings standings, TakeBounce takeBounce, Clock clock) {
        this.known = known;
        this.standings = standings;
        this.takeBounce = takeBounce;
        this.clock = clock;
    }

    static Troubled of(Chunk chunk, Standings standings, TakeBounce takeBounce, Clock clock) {
        return new Troubled(
                standings.of(
                        chunk.letters().stream()
                                .map(letter -> letter.subscription().mailbox())
                                .collect(Collectors.toSet())),
                standings,
                takeBounce,
                clock);
    }

    /** Whether nothing may be sent to it. */
    boolean isBlocked(Mailbox mailbox) {
        Standing standing = known.get(mailbox);
        return standing != null && standing.isBlocked(false);
    }

    /** Notes what a server said of a letter to the mailbox; once, however often it is noted. */
    void note(Mailbox mailbox, String letterId, Delivery delivery) {
        try {
            switch (delivery) {
                case Delivery.Accepted _ -> {
                    if (known.containsKey(mailbox)) {
                        standings.moveIfKnown(
                                mailbox, standing -> standing.accepted(clock.instant()));
                    }
                }
                case Delivery.Refused refused -> {
                    if (refused.status() != null) {
                        var _ =
                                takeBounce.take(
                                        mailbox,
                                        new Bounce(
                                                "smtp:" + letterId,
                                                Bounce.ofStatus(refused.status()),
                                                letterId));
                    }
                }
                case Delivery.Held _,
                        Delivery.Deferred _,
                        Delivery.Lost _,
                        Delivery.Unwanted _ -> {}
            }
        } catch (RuntimeException e) {
            log.warn(
                    "What a server said of letter {} could not be noted: {}",
                    letterId,
                    e.getClass().getName());
        }
    }
}
