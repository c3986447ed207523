package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import jakarta.validation.constraints.NotNull;

import java.util.Optional;

/**
 * Who wants a seat.
 *
 * @param name one line of 1 to 200 characters
 * @param email one address
 * @param language the language they read
 */
record RegistrationRequest(
        @NotNull String name, @NotNull String email, @NotNull Language language) {

    /**
     * The person.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Registrant.Person person() {
        FieldErrors errors = new FieldErrors();
        String stripped = name.strip();
        if (!Registrant.Person.isName(stripped)) {
            errors.add("name", "invalid", "A name is one line of 1 to 200 characters");
        }
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add("email", "invalid", "An e-mail address has the form name@example.org");
        }
        errors.throwIfAny();
        return new Registrant.Person(stripped, address.orElseThrow(), language);
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "RegistrationRequest[]";
    }
}
