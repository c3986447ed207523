package fi.kumppani.events.registration;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/** People who register. */
public final class RegistrationFixtures {

    private RegistrationFixtures() {}

    /** Somebody, told apart by a word. */
    public static Registrant.Person person(String word) {
        return new Registrant.Person(
                "Osallistuja " + word,
                new EmailAddress(word.toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                Language.FI);
    }
}
