package fi.kumppani.newsletter.bounce;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.subscription.Mailboxes;

import org.springframework.stereotype.Service;

/** Lets letters go to a mailbox again, because somebody knows better than a report. */
@Service
public class LiftSuppression {

    private final Standings standings;
    private final Mailboxes mailboxes;

    LiftSuppression(Standings standings, Mailboxes mailboxes) {
        this.standings = standings;
        this.mailboxes = mailboxes;
    }

    /** Lifts it; nobody is subscribed to anything by that. */
    public void lift(EmailAddress email) {
        standings.moveIfKnown(mailboxes.of(email), Standing::lifted);
    }
}
