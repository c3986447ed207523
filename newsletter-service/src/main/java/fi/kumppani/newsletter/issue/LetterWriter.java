package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.issue.IssueContents.Ways;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout;
import fi.kumppani.newsletter.letter.Letter;
import fi.kumppani.newsletter.letter.Letter.ListHeaders;
import fi.kumppani.newsletter.letter.ReturnPaths;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.link.CountedLinks.Detour;
import fi.kumppani.newsletter.subscription.NewsletterList;
import fi.kumppani.newsletter.subscription.Subscription;
import fi.kumppani.newsletter.subscription.SubscriptionLinks;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes the letters of one issue. */
final class LetterWriter {

    private final Issue.Sending issue;
    private final NewsletterList list;
    private final Senders senders;
    private final SubscriptionLinks links;
    private final ReturnPaths returnPaths;
    private final @Nullable Detour detour;
    private final Map<Language, Sender> known = new ConcurrentHashMap<>();

    LetterWriter(
            Issue.Sending issue,
            NewsletterList list,
            Senders senders,
            SubscriptionLinks links,
            ReturnPaths returnPaths,
            @Nullable Detour detour) {
        this.issue = issue;
        this.list = list;
        this.senders = senders;
        this.links = links;
        this.returnPaths = returnPaths;
        this.detour = detour;
    }

    /** The letter for a reader, under the id of its entry in the ledger. */
    Letter write(String letterId, Subscription.Confirmed reader) {
        Sender sender = known.computeIfAbsent(reader.language(), senders::of);
        ListHeaders headers = links.headers(reader.identity(), issue.domain());
        Content content =
                IssueContents.of(
                        issue.copy(),
                        list,
                        sender,
                        reader.language(),
                        new Ways(links.preferences(reader.identity()), headers.leave()),
                        detour);
        return new Letter(
                letterId + "@" + issue.domain(),
                sender,
                reader.email(),
                reader.language(),
                content.subject(),
                Layout.text(content),
                Layout.html(content),
                headers,
                null,
                returnPaths.of(reader.email()).orElse(null));
    }
}
