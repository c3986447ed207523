package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;

/** Knows whom the current municipality's letters come from. */
public interface Senders {

    /** The sender, named in the reader's language. */
    Sender of(Language language);
}
