package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.subscription.NewsletterList;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the letters of an issue say: all the same but for the language and the way out. */
final class IssueContents {

    private IssueContents() {}

    private static Told contact(Item.Contact contact, Phrases phrases) {
        List<String> ways = new ArrayList<>();
        ways.add(contact.role().in(phrases.language()).text());
        if (contact.email() != null) {
            ways.add(contact.email().value());
        }
        if (contact.phone() != null) {
            ways.add(contact.phone());
        }
        return new Told(phrases.say("issue.contact", String.join(", ", ways)), phrases.language());
    }

    /**
     * The reader's own ways on.
     *
     * @param preferences to what they choose
     * @param leave out of the list
     */
    record Ways(URI preferences, URI leave) {}

    /** The letter for a reader. */
    static Content of(Copy copy, NewsletterList list, Sender sender, Language reader, Ways ways) {
        Phrases phrases = Phrases.in(reader);
        Told title = copy.title().in(reader);
        Told name = list.name().in(reader);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(title));
        blocks.add(
                new Block.Paragraph(
                        new Told(phrases.say("issue.number", name.text(), copy.label()), reader)));
        for (Item item : copy.items()) {
            Told heading = item.title().in(reader);
            blocks.add(new Block.Heading(heading));
            Item.Picture picture = item.picture();
            if (picture != null) {
                blocks.add(new Block.Picture(picture.address(), picture.alt().in(reader)));
            }
            blocks.add(new Block.Paragraph(item.text().in(reader)));
            Item.Contact contact = item.contact();
            if (contact != null) {
                blocks.add(new Block.Paragraph(contact(contact, phrases)));
            }
            if (item.link() != null) {
                blocks.add(
                        new Block.Action(phrases.say("issue.more", heading.text()), item.link()));
            }
        }
        blocks.add(new Block.Footnote(phrases.say("issue.footnote", name.text(), sender.name())));
        blocks.add(new Block.Link(phrases.say("issue.preferences"), ways.preferences()));
        blocks.add(new Block.Link(phrases.say("issue.leave"), ways.leave()));
        return new Content(reader, title.text(), blocks, sender.brand());
    }
}
