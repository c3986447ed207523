package fi.kumppani.newsletter.letter;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/** Letters for tests. */
public final class Letters {

    private Letters() {}

    /** A small letter. */
    public static Letter letter(String id) {
        return letter(id, "Tervetuloa", "Hei");
    }

    /** A letter that says this. */
    public static Letter letter(String id, String subject, String text) {
        EmailAddress from = new EmailAddress("noreply@seinajoki.example.org");
        return new Letter(
                id + "@seinajoki.example.org",
                new Sender(from, "Seinäjoki", from),
                new EmailAddress("reader@example.org"),
                Language.FI,
                subject,
                text,
                "<p>" + text + "</p>",
                null);
    }
}
