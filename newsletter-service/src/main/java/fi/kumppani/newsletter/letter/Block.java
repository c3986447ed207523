package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.LocalizedText.Told;

import java.net.URI;
import java.util.List;

/** A part of a letter. */
public sealed interface Block {

    /** The title of the letter. */
    record Title(Told text) implements Block {}

    /** The title of a part. */
    record Heading(Told text) implements Block {}

    /** A text; a blank line in it begins another paragraph. */
    record Paragraph(Told text) implements Block {}

    /** Facts with their names. */
    record Details(List<Detail> details) implements Block {

        /** Copies the details. */
        public Details {
            details = List.copyOf(details);
        }
    }

    /** Something to press. */
    record Action(String label, URI target) implements Block {}

    /** A picture that is loaded from where it is. */
    record Picture(URI address, Told alt) implements Block {}

    /** A way on that is not what the letter is about. */
    record Link(String label, URI target) implements Block {}

    /** Small print. */
    record Footnote(String text) implements Block {}

    /**
     * One fact.
     *
     * @param label its name, in the reader's language
     * @param value the fact
     */
    record Detail(String label, Told value) {}
}
