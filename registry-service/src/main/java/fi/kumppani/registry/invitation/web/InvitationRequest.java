package fi.kumppani.registry.invitation.web;

import fi.kumppani.kit.problem.FieldErrors;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;
import fi.kumppani.registry.invitation.Invitee;
import fi.kumppani.registry.mandate.MandateModule;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Optional;

/**
 * Who is to be invited, and to what.
 *
 * @param email where the invitation is mailed to
 * @param language in which it is written
 * @param modules where they are to act; at least one
 */
record InvitationRequest(
        @NotBlank String associationId,
        @NotBlank String email,
        @NotNull Language language,
        @NotNull @Size(min = 1, max = 10) List<@NotNull String> modules) {

    /** What is asked, with each module once. */
    record Read(Invitee invitee, List<MandateModule> modules) {}

    /**
     * Reads what needs more than its form.
     *
     * @throws fi.kumppani.kit.problem.Problem 422 that names every field at fault
     */
    Read read() {
        var errors = new FieldErrors();
        Optional<EmailAddress> address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.add("email", "malformed", "An e-mail address has the form name@example.org");
        }
        List<Optional<MandateModule>> found = modules.stream().map(MandateModule::ofCode).toList();
        if (!found.stream().allMatch(Optional::isPresent)) {
            errors.add("modules", "unknown", "Modules are " + MandateModule.CODES);
        }
        errors.throwIfAny();
        return new Read(
                new Invitee(address.orElseThrow(), language),
                found.stream().map(Optional::orElseThrow).toList());
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "InvitationRequest[]";
    }
}
