package fi.kumppani.newsletter.issue;

import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.LocalizedText.Told;
import fi.kumppani.newsletter.letter.Block;
import fi.kumppani.newsletter.letter.Content;
import fi.kumppani.newsletter.letter.Phrases;
import fi.kumppani.newsletter.letter.Sender;
import fi.kumppani.newsletter.link.CountedLinks.Detour;
import fi.kumppani.newsletter.subscription.NewsletterList;

import org.jspecify.annotations.Nullable;

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

    /**
     * The letter for a reader.
     *
     * @param detour how links lead to their targets; null for straight
     */
    static Content of(
            Copy copy,
            NewsletterList list,
            Sender sender,
            Language reader,
            Ways ways,
            @Nullable Detour detour) {
        Content toAll = toAll(copy, list, sender, reader, detour);
        List<Block> blocks = new ArrayList<>(toAll.blocks());
        blocks.addAll(waysOn(reader, ways));
        return new Content(reader, toAll.subject(), blocks, toAll.brand());
    }

    /** The blocks at the end of a letter, which are its reader's own. */
    static List<Block> waysOn(Language reader, Ways ways) {
        Phrases phrases = Phrases.in(reader);
        return List.of(
                new Block.Link(phrases.say("issue.preferences"), ways.preferences()),
                new Block.Link(phrases.say("issue.leave"), ways.leave()));
    }

    /**
     * What all who read it in a language are told, up to {@link #waysOn}.
     *
     * @param detour how links lead to their targets; null for straight
     */
    static Content toAll(
            Copy copy,
            NewsletterList list,
            Sender sender,
            Language reader,
            @Nullable Detour detour) {
        Phrases phrases = Phrases.in(reader);
        Told title = copy.title().in(reader);
        Told name = list.name().in(reader);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(title));
        blocks.add(
                new Block.Paragraph(
                        new Told(phrases.say("issue.number", name.text(), copy.label()), reader)));
        blocks.addAll(items(copy, reader, detour));
        blocks.add(new Block.Footnote(phrases.say("issue.footnote", name.text(), sender.name())));
        if (detour != null) {
            blocks.add(new Block.Footnote(phrases.say("issue.counted")));
        }
        return new Content(reader, title.text(), blocks, sender.brand());
    }

    /** An issue within another letter. */
    static List<Block> enclosed(Copy copy, Language reader) {
        Told title = copy.title().in(reader);
        Phrases phrases = Phrases.in(reader);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(new Told(phrases.say("issue.latest"), reader)));
        blocks.add(new Block.Heading(title));
        blocks.addAll(items(copy, reader, null));
        return blocks;
    }

    private static List<Block> items(Copy copy, Language reader, @Nullable Detour detour) {
        Phrases phrases = Phrases.in(reader);
        List<Block> blocks = new ArrayList<>();
        for (int position = 0; position < copy.items().size(); position++) {
            Item item = copy.items().get(position);
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
            URI link = item.link();
            if (link != null) {
                blocks.add(
                        new Block.Action(
                                phrases.say("issue.more", heading.text()),
                                detour == null ? link : detour.to(position, link)));
            }
        }
        return blocks;
    }
}
