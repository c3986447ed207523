package fi.kumppani.portal.event;

import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

/** Tells texts of services to a reader. */
final class Texts {

    private Texts() {}

    /** A text there should be; a dash when it is lacking. */
    static Told told(LocalizedText text, Language language) {
        return text.in(language).orElse(new Told("–", language.code()));
    }

    /** A text there may be. */
    static @Nullable Told maybe(@Nullable LocalizedText text, Language language) {
        return text == null ? null : text.in(language).orElse(null);
    }
}
