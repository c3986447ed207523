package fi.kumppani.newsletter.bounce;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.mail.Suppressions;
import fi.kumppani.newsletter.subscription.Mailbox;
import fi.kumppani.newsletter.subscription.Mailboxes;

import org.springframework.stereotype.Service;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps mail from mailboxes that nothing is sent to. */
@Service
class StandingSuppressions implements Suppressions {

    private final Standings standings;
    private final TakeBounce takeBounce;
    private final Mailboxes mailboxes;

    StandingSuppressions(Standings standings, TakeBounce takeBounce, Mailboxes mailboxes) {
        this.standings = standings;
        this.takeBounce = takeBounce;
        this.mailboxes = mailboxes;
    }

    @Override
    public Set<EmailAddress> among(Collection<EmailAddress> addresses, boolean asked) {
        Map<Mailbox, Standing> known =
                standings.of(addresses.stream().map(mailboxes::of).collect(Collectors.toSet()));
        return addresses.stream()
                .filter(
                        address ->
                                Optional.ofNullable(known.get(mailboxes.of(address)))
                                        .filter(standing -> standing.isBlocked(asked))
                                        .isPresent())
                .collect(Collectors.toSet());
    }

    @Override
    public void refused(EmailAddress to, String mailId, String status) {
        var _ =
                takeBounce.take(
                        mailboxes.of(to),
                        new Bounce("smtp:" + mailId, Bounce.ofStatus(status), mailId));
    }
}
