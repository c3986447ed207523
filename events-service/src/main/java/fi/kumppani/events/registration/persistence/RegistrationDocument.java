package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Objects;

/**
 * A registration as it is kept; the only place that knows who registered.
 *
 * @param state whether it has a seat, waits for one, or was given up
 * @param person absent when nothing is known about them
 * @param cancelledAt when it was cancelled
 */
record RegistrationDocument(
        String state,
        long revision,
        @Nullable PersonDocument person,
        Instant registeredAt,
        boolean imported,
        long linkGeneration,
        @Nullable Instant cancelledAt) {

    private static final String CONFIRMED = "confirmed";
    private static final String WAITLISTED = "waitlisted";
    private static final String CANCELLED = "cancelled";

    /** A person as they are kept. */
    record PersonDocument(String name, String email, String language) {

        static @Nullable PersonDocument from(Registrant registrant) {
            return switch (registrant) {
                case Registrant.Person person ->
                        new PersonDocument(
                                person.name(), person.email().value(), person.language().code());
                case Registrant.Anonymous _ -> null;
            };
        }

        Registrant toDomain() {
            return new Registrant.Person(name, new EmailAddress(email), Language.ofCode(language));
        }

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "PersonDocument[]";
        }
    }

    static RegistrationDocument from(Registration registration) {
        return switch (registration) {
            case Registration.Confirmed _ -> from(registration, CONFIRMED, null);
            case Registration.Waitlisted _ -> from(registration, WAITLISTED, null);
            case Registration.Cancelled cancelled ->
                    from(registration, CANCELLED, cancelled.cancelledAt());
        };
    }

    private static RegistrationDocument from(
            Registration registration, String state, @Nullable Instant cancelledAt) {
        Registration.Particulars particulars = registration.particulars();
        return new RegistrationDocument(
                state,
                registration.revision(),
                PersonDocument.from(particulars.registrant()),
                particulars.registeredAt(),
                particulars.imported(),
                particulars.linkGeneration(),
                cancelledAt);
    }

    Registration toDomain(RegistrationId id) {
        var particulars =
                new Registration.Particulars(
                        person == null ? new Registrant.Anonymous() : person.toDomain(),
                        registeredAt,
                        imported,
                        linkGeneration);
        return switch (state) {
            case CONFIRMED -> new Registration.Confirmed(id, particulars, revision);
            case WAITLISTED -> new Registration.Waitlisted(id, particulars, revision);
            case CANCELLED ->
                    new Registration.Cancelled(
                            id, particulars, revision, Objects.requireNonNull(cancelledAt));
            default -> throw new IllegalStateException("No registration is " + state);
        };
    }
}
