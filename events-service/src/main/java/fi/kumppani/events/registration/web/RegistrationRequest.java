package fi.kumppani.events.registration.web;

import fi.kumppani.events.admission.Question;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.SaidByRegistrant;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Who wants seats.
 *
 * @param name one line of 1 to 200 characters
 * @param email one address
 * @param language the language they read
 * @param seats how many come, 1 when absent
 * @param quota the quota they count in, when the event has quotas
 * @param associationId the association they come for
 * @param group the workshop group they choose
 * @param answers by the id of the question; a choice as ids of options
 * @param deputy who may take their place
 * @param hold seats held for the form, as the answer to holding them told
 */
record RegistrationRequest(
        @NotNull String name,
        @NotNull String email,
        @NotNull Language language,
        @Nullable @Min(1) @Max(50) Integer seats,
        @Nullable @Size(max = 40) String quota,
        @Nullable @Size(max = 60) String associationId,
        @Nullable @Size(max = 40) String group,
        @Nullable @Size(max = 50)
                Map<
                                @Size(max = 40) String,
                                @Size(max = 50) List<@Size(max = Question.LONGEST_ANSWER) String>>
                        answers,
        @Nullable @Valid DeputyRequest deputy,
        @Nullable @Valid HoldReference hold) {

    /** Who may take their place; letters to them are in the same language. */
    record DeputyRequest(@NotNull String name, @NotNull String email) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "DeputyRequest[]";
        }
    }

    /** Seats held for the form. */
    record HoldReference(@NotNull Long number, @NotNull @Size(max = 500) String token) {}

    /**
     * What they say.
     *
     * @throws fi.kumppani.kit.problem.Problem that names every field at fault
     */
    SaidByRegistrant said() {
        FieldErrors errors = new FieldErrors();
        Optional<Registrant.Person> person = person(errors, "", name, email, language);
        Optional<Registrant.Person> second =
                deputy == null
                        ? Optional.empty()
                        : person(errors, "deputy.", deputy.name(), deputy.email(), language);
        errors.throwIfAny();
        return new SaidByRegistrant(
                person.orElseThrow(),
                Objects.requireNonNullElse(seats, 1),
                quota,
                associationId,
                group,
                Objects.requireNonNullElse(answers, Map.of()),
                second.orElse(null));
    }

    /** The person with these words; empty when they do not do, which is noted. */
    static Optional<Registrant.Person> person(
            FieldErrors errors, String prefix, String name, String email, Language language) {
        String stripped = name.strip();
        boolean named = Registrant.Person.isName(stripped);
        if (!named) {
            errors.add(prefix + "name", "invalid", "A name is one line of 1 to 200 characters");
        }
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add(
                    prefix + "email", "invalid", "An e-mail address has the form name@example.org");
        }
        return address.filter(_ -> named)
                .map(found -> new Registrant.Person(stripped, found, language));
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "RegistrationRequest[]";
    }
}
