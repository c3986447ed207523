package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.ids.Ids;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.dispatch.Delivery;
import fi.kumppani.newsletter.dispatch.Postbox;
import fi.kumppani.newsletter.dispatch.Postbox.Opening;
import fi.kumppani.newsletter.issue.IssueContents.Ways;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.link.CountedLinks;
import fi.kumppani.newsletter.subscription.Lists;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.SubscriptionLinks;

import org.springframework.stereotype.Service;

import java.net.URI;

/**
 * Shows an issue as a reader would get it, on the screen or as a letter to whoever writes it. Where
 * a reader's own links would be, it leads to the archive.
 */
@Service
public class PreviewIssue {

    private final Lists lists;
    private final Senders senders;
    private final SubscriptionLinks links;
    private final CountedLinks countedLinks;
    private final Postbox postbox;
    private final Ids ids;

    PreviewIssue(
            Lists lists,
            Senders senders,
            SubscriptionLinks links,
            CountedLinks countedLinks,
            Postbox postbox,
            Ids ids) {
        this.lists = lists;
        this.senders = senders;
        this.links = links;
        this.countedLinks = countedLinks;
        this.postbox = postbox;
        this.ids = ids;
    }

    /** What a letter says to a reader of the language. */
    public Content content(Copy copy, Language reader) {
        NewsletterList list =
                lists.find(copy.listId())
                        .orElseThrow(() -> new IllegalStateException("An issue has a list"));
        URI archive = links.archive();
        return IssueContents.of(
                copy,
                list,
                senders.ofLetters(reader),
                reader,
                new Ways(archive, archive),
                countedLinks.inPreviews(copy.id()).orElse(null));
    }

    /** What became of a letter. */
    public enum Tried {
        /** The mail server took it over. */
        SENT,
        /** The mail server did not take it. */
        NOT_TAKEN,
        /** No letter can leave just now. */
        CLOSED
    }

    /** Sends it to one address at once; the address is not kept. */
    public Tried send(Copy copy, EmailAddress to, Language reader) {
        Content content = content(copy, reader);
        Sender sender = senders.ofLetters(reader);
        Letter letter =
                new Letter(
                        ids.next() + "@" + sender.address().domain(),
                        sender,
                        to,
                        reader,
                        Phrases.in(reader).say("issue.test", content.subject()),
                        Layout.text(content),
                        Layout.html(content),
                        null);
        return switch (postbox.open()) {
            case Opening.Closed _ -> Tried.CLOSED;
            case Opening.Open(var slot) -> {
                try (slot) {
                    yield slot.send(letter) instanceof Delivery.Accepted
                            ? Tried.SENT
                            : Tried.NOT_TAKEN;
                }
            }
        };
    }
}
