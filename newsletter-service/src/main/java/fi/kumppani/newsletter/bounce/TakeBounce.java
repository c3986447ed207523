package fi.kumppani.newsletter.bounce;

import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.ManageSubscriptions;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Takes what came back of a letter in the current municipality. Where nothing more is to be sent,
 * all subscriptions of the mailbox end and its address is forgotten; what stays is the hash that
 * keeps it from being written to. A report that is read again changes nothing, and finishes what a
 * crash left.
 */
@Service
public class TakeBounce {

    private final Standings standings;
    private final ManageSubscriptions manageSubscriptions;
    private final Clock clock;

    TakeBounce(Standings standings, ManageSubscriptions manageSubscriptions, Clock clock) {
        this.standings = standings;
        this.manageSubscriptions = manageSubscriptions;
        this.clock = clock;
    }

    /** Takes a report. */
    public Standing take(Mailbox mailbox, Bounce bounce) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Standing standing = standings.move(mailbox, bounce, known -> known.after(bounce, now));
        Standing.Suppression suppression = standing.suppression();
        if (suppression != null) {
            manageSubscriptions.end(
                    mailbox, "bounce-" + suppression.reason().name().toLowerCase(Locale.ROOT));
        }
        return standing;
    }
}
