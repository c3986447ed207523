package fi.kumppani.registry.association.web;

import fi.kumppani.kit.problem.FieldError;
import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.kit.text.WireCodes;
import fi.kumppani.registry.association.MailContact;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/**
 * Where mail to an association is to go, not yet checked.
 *
 * @param email an address of the association; absent or blank for none
 * @param language what is read there; needed with an address
 */
record ContactRequest(@Nullable String email, @Nullable String language) {

    /**
     * What is wrong with it.
     *
     * @param prefix what stands before the names of the fields
     */
    List<FieldError> errors(String prefix) {
        FieldErrors errors = new FieldErrors();
        if (isGiven()) {
            if (address().isEmpty()) {
                errors.add(
                        prefix + "email", "malformed", "An address is written like a@example.org");
            }
            if (languageRead().isEmpty()) {
                errors.add(
                        prefix + "language",
                        language == null ? "missing" : "unknown",
                        "One of " + WireCodes.all(Language.class) + " is expected");
            }
        }
        return errors.all();
    }

    /**
     * The contact, if one is given.
     *
     * @throws fi.kumppani.kit.problem.Problem 422 that names every field at fault
     */
    Optional<MailContact> toDomain() {
        List<FieldError> errors = errors("");
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return isGiven()
                ? address()
                        .flatMap(
                                address ->
                                        languageRead().map(read -> new MailContact(address, read)))
                : Optional.empty();
    }

    private boolean isGiven() {
        return email != null && !email.isBlank();
    }

    private Optional<EmailAddress> address() {
        return Optional.ofNullable(email).flatMap(EmailAddress::parse);
    }

    private Optional<Language> languageRead() {
        return Optional.ofNullable(language).flatMap(code -> WireCodes.read(Language.class, code));
    }

    /** Says nothing of the address, so that no log does. */
    @Override
    public String toString() {
        return "ContactRequest[]";
    }
}
