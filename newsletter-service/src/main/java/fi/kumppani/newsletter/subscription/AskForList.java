package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.newsletter.mail.MailKind;
import fi.kumppani.newsletter.mail.QueueMail;
import fi.kumppani.newsletter.subscription.Subscription.Shown;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Somebody asks for a list in the name of a mailbox. Whatever is known of the mailbox, the same is
 * written and the same is answered; only its owner learns more, by mail.
 */
@Service
public class AskForList {

    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Mailboxes mailboxes;
    private final QueueMail queueMail;
    private final Ids ids;
    private final Clock clock;

    AskForList(
            Lists lists,
            Subscriptions subscriptions,
            Mailboxes mailboxes,
            QueueMail queueMail,
            Ids ids,
            Clock clock) {
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.mailboxes = mailboxes;
        this.queueMail = queueMail;
        this.ids = ids;
        this.clock = clock;
    }

    /** What whoever asked may know. */
    public enum Answer {
        /** If it is their mailbox, and new, they get a mail. */
        ASKED,
        /** There is no such list. */
        UNKNOWN_LIST,
        /** The list does not let its readers choose one of the areas. */
        UNKNOWN_AREA
    }

    /**
     * Asks for a list.
     *
     * @param to whom it is to be sent to, as they are said to be
     * @param shown what the one who asks agreed to
     */
    public Answer ask(String listId, Addressee to, Shown shown) {
        Optional<NewsletterList.Profile> wanted =
                lists.find(listId)
                        .map(NewsletterList::profile)
                        .filter(NewsletterList.Profile::open);
        if (wanted.isEmpty()) {
            return Answer.UNKNOWN_LIST;
        }
        if (!wanted.get().known(to.areas()).equals(to.areas())) {
            return Answer.UNKNOWN_AREA;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = new SubscriptionId(listId, mailboxes.of(to.email()));
        var wish =
                new Subscription.Asked(
                        new Subscription.Identity(id, ids.next(), 1), List.of(), to, shown, now);
        Subscription kept =
                moved(wish)
                        .orElseGet(
                                () ->
                                        switch (subscriptions.add(wish)) {
                                            case ADDED -> wish;
                                            case THERE_ALREADY -> moved(wish).orElse(wish);
                                        });
        mail(kept, mailboxes.ofAccount(to.email()), FinnishTime.dayOf(now));
        return Answer.ASKED;
    }

    private Optional<Subscription> moved(Subscription.Asked wish) {
        return subscriptions.move(
                wish.identity().id(),
                known ->
                        switch (known) {
                            case Subscription.Asked asked ->
                                    wasMailedToday(asked, wish.askedAt())
                                            ? asked
                                            : asked.again(wish.to(), wish.shown(), wish.askedAt());
                            case Subscription.Confirmed confirmed ->
                                    confirmed.askedInVain(wish.askedAt());
                            case Subscription.Ended ended ->
                                    ended.again(wish.to(), wish.shown(), wish.askedAt());
                        });
    }

    /** There is one mail a day, so the wish that it tells of stands until the next. */
    private static boolean wasMailedToday(Subscription.Asked asked, Instant now) {
        return FinnishTime.dayOf(asked.askedAt()).equals(FinnishTime.dayOf(now));
    }

    /**
     * At most one confirmation a day for a mailbox, whoever asks for how many lists and with
     * whatever behind a plus in its address; one more each time its owner has pressed a button that
     * day, as its link does nothing any more, and one for a list that they left the same day, as no
     * link they have opens it any more. Where there is nothing to confirm, a mail is queued that
     * finds no recipient, so that nobody can tell the difference by the clock.
     */
    private void mail(Subscription subscription, Mailbox account, LocalDate today) {
        SubscriptionId id = subscription.identity().id();
        long confirmed = confirmedOn(today, id.mailbox());
        String onlyOne =
                switch (subscription) {
                    case Subscription.Asked asked ->
                            wasLeft(asked, today)
                                    ? "confirmation:%s:%d"
                                            .formatted(id.value(), asked.identity().round())
                                    : "confirmation:%s:%d".formatted(account.print(), confirmed);
                    case Subscription.Confirmed _, Subscription.Ended _ -> "vain:" + id.value();
                };
        var _ =
                queueMail.queue(
                        ids.next(),
                        MailKind.SUBSCRIPTION_CONFIRMATION,
                        subscription.identity().reference(),
                        id.value(),
                        onlyOne + ":" + today);
    }

    private long confirmedOn(LocalDate day, Mailbox mailbox) {
        return subscriptions.findAll(mailbox.on(lists.all())).stream()
                .filter(
                        subscription ->
                                subscription instanceof Subscription.Confirmed reader
                                        && FinnishTime.dayOf(reader.consent().confirmedAt())
                                                .equals(day))
                .count();
    }

    private static boolean wasLeft(Subscription.Asked asked, LocalDate today) {
        return !asked.past().isEmpty()
                && FinnishTime.dayOf(asked.past().getLast().endedAt()).equals(today);
    }
}
