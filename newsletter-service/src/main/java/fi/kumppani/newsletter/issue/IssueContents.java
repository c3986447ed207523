package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.subscription.NewsletterList;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the letters of an issue say: all the same but for the language and the way out. */
final class IssueContents {

    private IssueContents() {}

    /** The letter for a reader. */
    static Content of(
            Copy copy, NewsletterList list, String municipality, Language reader, URI leave) {
        Phrases phrases = Phrases.in(reader);
        Told title = copy.title().in(reader);
        Told name = list.name().in(reader);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(title));
        blocks.add(
                new Block.Paragraph(
                        new Told(phrases.say("issue.number", name.text(), copy.label()), reader)));
        for (Item item : copy.items()) {
            blocks.add(new Block.Heading(item.title().in(reader)));
            blocks.add(new Block.Paragraph(item.text().in(reader)));
            if (item.link() != null) {
                blocks.add(new Block.Action(phrases.say("issue.more"), item.link()));
            }
        }
        blocks.add(new Block.Footnote(phrases.say("issue.footnote", name.text(), municipality)));
        blocks.add(new Block.Action(phrases.say("issue.leave"), leave));
        return new Content(reader, title.text(), blocks);
    }
}
