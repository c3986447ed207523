package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.Language;

/** Knows whom the current municipality's mails and letters come from. */
public interface Senders {

    /** The sender, named in the reader's language. */
    Sender of(Language language);

    /**
     * The sender of newsletters; the same unless the deployment keeps another domain for them, so
     * that what providers think of newsletters does not touch decisions.
     */
    default Sender ofLetters(Language language) {
        return of(language);
    }
}
