package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionLinks;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the letters of one issue. */
final class LetterWriter {

    private final Issue.Sending issue;
    private final NewsletterList list;
    private final Senders senders;
    private final SubscriptionLinks links;
    private final Map<Language, Sender> known = new ConcurrentHashMap<>();

    LetterWriter(
            Issue.Sending issue, NewsletterList list, Senders senders, SubscriptionLinks links) {
        this.issue = issue;
        this.list = list;
        this.senders = senders;
        this.links = links;
    }

    /** The letter for a reader, under the id of its entry in the ledger. */
    Letter write(String letterId, Subscription.Confirmed reader) {
        Sender sender = known.computeIfAbsent(reader.language(), senders::of);
        URI leave = links.leave(reader.identity());
        Content content =
                IssueContents.of(issue.copy(), list, sender.name(), reader.language(), leave);
        return new Letter(
                letterId + "@" + issue.domain(),
                sender,
                reader.email(),
                reader.language(),
                content.subject(),
                Layout.text(content),
                Layout.html(content),
                new ListHeaders(list.id() + "." + issue.domain(), leave));
    }
}
