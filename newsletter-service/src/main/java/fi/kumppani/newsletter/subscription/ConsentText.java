package fi.kumppani.newsletter.subscription;

/** Which text people agree to; the text itself is the phrase {@code consent.text}. */
public final class ConsentText {

    /** Changes whenever the text does. */
    public static final String VERSION = "2026-11";

    private ConsentText() {}
}
