package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Patience;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Postbox.Opening;
import fi.kumppani.newsletter.dispatch.Postbox.Slot;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.ReturnPaths;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.letter.Wording;
import fi.kumppani.newsletter.mail.Recipients.Answer;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Sends queued mails of the current municipality, each once.
 *
 * <p>A mail is claimed in the store before its first byte leaves, and its outcome is kept at once.
 * So after a crash it says of itself that it may have left; it is then uncertain, is reported, and
 * is sent once more under the same Message-ID. That is the one gap SMTP leaves (RFC 1047), and only
 * mails in flight fall into it.
 */
@Service
public class SendMails {

    /** A server that takes letters and never says so would get copies without end. */
    private static final int MOST_LOSSES = 10;

    private final Mails mails;
    private final Map<MailKind, Recipients> recipients = new EnumMap<>(MailKind.class);
    private final MailContents contents;
    private final Senders senders;
    private final Suppressions suppressions;
    private final ReturnPaths returnPaths;
    private final Postbox postbox;
    private final Patience patience;
    private final Clock clock;
    private final Ids ids;
    private final Set<String> ourClaims = ConcurrentHashMap.newKeySet();

    SendMails(
            Mails mails,
            List<Recipients> recipients,
            MailContents contents,
            Senders senders,
            Suppressions suppressions,
            ReturnPaths returnPaths,
            Postbox postbox,
            Patience patience,
            Clock clock,
            Ids ids) {
        this.mails = mails;
        this.contents = contents;
        this.senders = senders;
        this.suppressions = suppressions;
        this.returnPaths = returnPaths;
        this.postbox = postbox;
        this.patience = patience;
        this.clock = clock;
        this.ids = ids;
        for (Recipients source : recipients) {
            for (MailKind kind : source.kinds()) {
                if (this.recipients.putIfAbsent(kind, source) != null) {
                    throw new IllegalStateException("Two sources of recipients for " + kind);
                }
            }
        }
    }

    /** Whether to look at a mail again. */
    public sealed interface Verdict {

        /** It has come to its end, or is in other hands. */
        record Done() implements Verdict {}

        /** Look at it again then. */
        record Later(Instant at) implements Verdict {}
    }

    /**
     * Mails sorted by what is to be done.
     *
     * @param due to be sent now, by who knows their recipients
     * @param later to be looked at again
     */
    public record Sorted(Map<Recipients, List<Mail.Claimable>> due, Map<String, Instant> later) {}

    /**
     * Mails with their recipients.
     *
     * @param ready to be handed over
     * @param later to be looked at again
     */
    public record Addressed(List<Ready> ready, Map<String, Instant> later) {}

    /** A mail with its recipient. */
    public record Ready(Matter matter, Recipient recipient) {}

    /** Looks the mails up; what a crash left in flight becomes uncertain here. */
    public Sorted sort(Collection<String> mailIds) {
        Map<Recipients, List<Mail.Claimable>> due = new LinkedHashMap<>();
        Map<String, Instant> later = new HashMap<>();
        Instant now = now();
        for (Mail mail : mails.find(mailIds)) {
            switch (recovered(mail, now)) {
                case Mail.Sending(var matter, _, var claim) -> {
                    if (!ourClaims.contains(claim.token())) {
                        later.put(matter.id(), claim.until());
                    }
                }
                case Mail.Claimable waiting -> {
                    if (waiting.notBefore().isAfter(now)) {
                        later.put(waiting.matter().id(), waiting.notBefore());
                    } else if (hasExpired(waiting, now)) {
                        var _ = end(waiting, state -> state.giveUp("expired", now));
                    } else {
                        due.computeIfAbsent(source(waiting.matter()), _ -> new ArrayList<>())
                                .add(waiting);
                    }
                }
                case Mail.Sent _, Mail.Failed _, Mail.Dropped _ -> {}
            }
        }
        return new Sorted(due, later);
    }

    /** Finds out whom the mails go to; those to nobody are dropped. */
    public Addressed address(Recipients source, List<Mail.Claimable> due) {
        Map<String, Instant> later = new HashMap<>();
        List<Ready> ready = new ArrayList<>();
        switch (source.of(due.stream().map(Mail::matter).toList())) {
            case Answer.Away(var retryAfter) -> {
                Instant then = now().plus(retryAfter);
                due.forEach(mail -> later.put(mail.matter().id(), then));
            }
            case Answer.Known(var reachable, var unreachable) -> {
                Set<String> blocked = blocked(due, reachable);
                for (Mail.Claimable mail : due) {
                    Recipient recipient = reachable.get(mail.matter().id());
                    if (blocked.contains(mail.matter().id())) {
                        var _ =
                                end(
                                        mail,
                                        state ->
                                                mail.matter().kind().isAwaited()
                                                        ? state.giveUp("suppressed", now())
                                                        : state.drop(now()));
                    } else if (recipient != null) {
                        ready.add(new Ready(mail.matter(), recipient));
                    } else if (unreachable.contains(mail.matter().id())) {
                        var _ = end(mail, state -> state.giveUp("address", now()));
                    } else {
                        var _ = end(mail, state -> state.drop(now()));
                    }
                }
            }
        }
        return new Addressed(ready, later);
    }

    /** The mails to mailboxes that nothing is sent to. */
    private Set<String> blocked(List<Mail.Claimable> due, Map<String, Recipient> reachable) {
        Set<String> blocked = new HashSet<>();
        for (boolean awaited : new boolean[] {true, false}) {
            Map<String, EmailAddress> addresses = new HashMap<>();
            for (Mail.Claimable mail : due) {
                Recipient recipient = reachable.get(mail.matter().id());
                if (recipient != null && mail.matter().kind().isAwaited() == awaited) {
                    addresses.put(mail.matter().id(), recipient.email());
                }
            }
            if (!addresses.isEmpty()) {
                Set<EmailAddress> stopped = suppressions.among(addresses.values(), awaited);
                addresses.forEach(
                        (id, address) -> {
                            if (stopped.contains(address)) {
                                blocked.add(id);
                            }
                        });
            }
        }
        return blocked;
    }

    /** Hands one mail over, if the mail server is there and nobody else has claimed the mail. */
    public Verdict send(Ready ready) {
        return switch (postbox.open()) {
            case Opening.Closed(var retryAfter) -> new Verdict.Later(now().plus(retryAfter));
            case Opening.Open(var slot) -> {
                try (slot) {
                    yield send(ready, slot);
                }
            }
        };
    }

    private Verdict send(Ready ready, Slot slot) {
        String id = ready.matter().id();
        Sender sender = senders.of(ready.recipient().language());
        Content content = contents.of(ready.matter().kind(), ready.recipient(), sender);
        Claim claim = new Claim(ids.next(), now().plus(patience.lease()));
        ourClaims.add(claim.token());
        try {
            Optional<Mail> claimed =
                    mails.move(
                            id,
                            mail ->
                                    mail instanceof Mail.Claimable waiting
                                            ? waiting.claim(
                                                    claim, id + "@" + sender.address().domain())
                                            : mail);
            if (claimed.isEmpty()
                    || !(claimed.get() instanceof Mail.Sending sending)
                    || !sending.claim().equals(claim)) {
                return new Verdict.Done();
            }
            if (now().isAfter(claim.until().minus(patience.lease().dividedBy(4)))) {
                // Keeping the claim took so long that the letter might outlast it.
                return verdict(settle(id, claim, ours -> ours.unsent(now())));
            }
            Delivery delivery =
                    slot.send(
                            letter(sending, sender, ready.recipient(), content),
                            () -> isStillWanted(ready.matter()));
            Instant now = now();
            Verdict verdict = verdict(settle(id, claim, ours -> after(ours, delivery, now)));
            note(ready, delivery);
            return verdict;
        } finally {
            ourClaims.remove(claim.token());
        }
    }

    private boolean isStillWanted(Matter matter) {
        Recipients source = source(matter);
        return !source.kindsAskedTwice().contains(matter.kind())
                || (source.of(List.of(matter)) instanceof Answer.Known(var reachable, _)
                        && reachable.containsKey(matter.id()));
    }

    private void note(Ready ready, Delivery delivery) {
        if (delivery instanceof Delivery.Refused(_, var status) && status != null) {
            suppressions.refused(ready.recipient().email(), ready.matter().id(), status);
        }
    }

    private Optional<Mail> settle(String id, Claim claim, Function<Mail.Sending, Mail> outcome) {
        return mails.move(
                id,
                mail ->
                        mail instanceof Mail.Sending ours && ours.claim().equals(claim)
                                ? outcome.apply(ours)
                                : mail);
    }

    private Letter letter(Mail.Sending mail, Sender sender, Recipient recipient, Content content) {
        return new Letter(
                mail.messageId(),
                sender,
                recipient.email(),
                content.language(),
                content.subject(),
                Wording.of(Layout.text(content)),
                Wording.of(Layout.html(content)),
                recipient.list(),
                recipient.calendar(),
                returnPaths.of(recipient.email()).orElse(null));
    }

    private Mail after(Mail.Sending mail, Delivery delivery, Instant now) {
        return switch (delivery) {
            case Delivery.Accepted _ -> mail.accepted(now);
            case Delivery.Refused(var code, _) -> mail.refused(code, now);
            case Delivery.Unwanted _ -> mail.dropped(now);
            case Delivery.Deferred _ ->
                    mail.deferred(now.plus(patience.pauseAfter(mail.past().deferrals())));
            case Delivery.Held(var retryAfter) -> mail.unsent(now.plus(retryAfter));
            case Delivery.Lost _ ->
                    mail.past().losses() + 1 < MOST_LOSSES
                            ? mail.lost(now, now.plus(patience.pauseAfter(mail.past().losses())))
                            : mail.refused("lost", now);
        };
    }

    private static Verdict verdict(Optional<Mail> mail) {
        return mail.isPresent() && mail.get() instanceof Mail.Claimable waiting
                ? new Verdict.Later(waiting.notBefore())
                : new Verdict.Done();
    }

    /** A claim that has run out, of a process that is no more, becomes uncertainty. */
    private Mail recovered(Mail mail, Instant now) {
        if (!(mail instanceof Mail.Sending left)
                || left.claim().until().isAfter(now)
                || ourClaims.contains(left.claim().token())) {
            return mail;
        }
        return settle(mail.matter().id(), left.claim(), ours -> ours.lost(now, now)).orElse(mail);
    }

    private Optional<Mail> end(Mail.Claimable waiting, Function<Mail.Claimable, Mail> move) {
        return mails.move(
                waiting.matter().id(),
                mail -> mail instanceof Mail.Claimable still ? move.apply(still) : mail);
    }

    private boolean hasExpired(Mail mail, Instant now) {
        return mail.matter().queuedAt().plus(patience.giveUpAfter()).isBefore(now);
    }

    private Recipients source(Matter matter) {
        Recipients source = recipients.get(matter.kind());
        if (source == null) {
            throw new IllegalStateException("Nobody knows whom " + matter.kind() + " goes to");
        }
        return source;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
