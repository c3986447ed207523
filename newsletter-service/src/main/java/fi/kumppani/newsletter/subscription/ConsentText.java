package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.Language;
import fi.kumppani.newsletter.letter.Phrases;

/**
 * The text that people agree to, in all its versions: who agreed to an earlier one has agreed to
 * that. The texts are the phrases {@code consent.text.<version>}.
 */
public final class ConsentText {

    /** The one that is shown now; changes whenever the text does. */
    public static final String VERSION = "2026-12";

    /** The same where the municipality has the links in its letters counted. */
    public static final String VERSION_WITH_COUNTED_LINKS = VERSION + "-counted";

    private ConsentText() {}

    /** Whether there is or was such a version. */
    public static boolean isKnown(String version) {
        return Phrases.in(Language.FI).has(key(version));
    }

    /**
     * The text of a version.
     *
     * @param controller the name of who keeps the data, in the same language
     */
    public static String of(String version, Language language, String controller) {
        return Phrases.in(language).say(key(version), controller);
    }

    private static String key(String version) {
        return "consent.text." + version;
    }
}
