package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.kit.confidential.Confidential;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

/** A person as they are kept. */
record PersonDocument(Confidential name, Confidential email, String language) {

    static @Nullable PersonDocument from(@Nullable Registrant registrant) {
        return registrant instanceof Registrant.Person person
                ? new PersonDocument(
                        new Confidential(person.name()),
                        new Confidential(person.email().value()),
                        person.language().code())
                : null;
    }

    Registrant.Person toDomain() {
        return new Registrant.Person(
                name.text(), new EmailAddress(email.text()), Language.ofCode(language));
    }
}
