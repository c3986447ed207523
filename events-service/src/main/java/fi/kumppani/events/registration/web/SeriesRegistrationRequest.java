package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.Language;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * Who wants to come to a whole series.
 *
 * @param name one line of 1 to 200 characters
 * @param email one address
 * @param language the language they read
 * @param associationId the association they come for
 * @param announcedOnly whether what is announced later is not meant; false when absent
 */
record SeriesRegistrationRequest(
        @NotNull String name,
        @NotNull String email,
        @NotNull Language language,
        @Nullable @Size(max = 60) String associationId,
        @Nullable Boolean announcedOnly) {

    /** Whether what is announced later is meant too. */
    boolean later() {
        return !Boolean.TRUE.equals(announcedOnly);
    }

    /**
     * Who they are.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    Registrant.Person person() {
        FieldErrors errors = new FieldErrors();
        Optional<Registrant.Person> person =
                RegistrationRequest.person(errors, "", name, email, language);
        errors.throwIfAny();
        return person.orElseThrow();
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "SeriesRegistrationRequest[]";
    }
}
