package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/** Letters for tests. */
public final class Letters {

    private static final EmailAddress FROM = new EmailAddress("noreply@seinajoki.example.org");

    private Letters() {}

    /** A sender whose letters look plain. */
    public static Sender sender() {
        return new Sender(FROM, "Seinäjoki", FROM);
    }

    /** A small letter. */
    public static Letter letter(String id) {
        return letter(id, "Tervetuloa", "Hei");
    }

    /** A letter that says this. */
    public static Letter letter(String id, String subject, String text) {
        return letter(id, sender(), new EmailAddress("reader@example.org"), subject, text);
    }

    /** A letter from somebody to somebody. */
    public static Letter letter(
            String id, Sender sender, EmailAddress to, String subject, String text) {
        return new Letter(
                id + "@seinajoki.example.org",
                sender,
                to,
                Language.FI,
                subject,
                text,
                "<p>" + text + "</p>",
                null);
    }
}
