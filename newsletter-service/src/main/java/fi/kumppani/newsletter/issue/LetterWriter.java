package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.issue.IssueContents.Ways;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Layout.LaidOut;
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

import java.util.List;
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
    private final Map<Language, Common> known = new ConcurrentHashMap<>();

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

    /** What the letters in a language have in common. */
    private record Common(Sender sender, String subject, LaidOut laidOut) {}

    /** The letter for a reader, under the id of its entry in the ledger. */
    Letter write(String letterId, Subscription.Confirmed reader) {
        Common common = known.computeIfAbsent(reader.language(), this::common);
        ListHeaders headers = links.headers(reader.identity(), issue.domain());
        List<Block> waysOn =
                IssueContents.waysOn(
                        reader.language(),
                        new Ways(links.preferences(reader.identity()), headers.leave()));
        return new Letter(
                letterId + "@" + issue.domain(),
                common.sender(),
                reader.email(),
                reader.language(),
                common.subject(),
                common.laidOut().text(waysOn),
                common.laidOut().html(waysOn),
                headers,
                null,
                returnPaths.of(reader.email()).orElse(null));
    }

    private Common common(Language language) {
        Sender sender = senders.ofLetters(language);
        Content content = IssueContents.toAll(issue.copy(), list, sender, language, detour);
        return new Common(sender, content.subject(), LaidOut.of(content));
    }
}
