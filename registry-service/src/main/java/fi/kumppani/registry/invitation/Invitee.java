package fi.kumppani.registry.invitation;

import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

/**
 * Who is invited, as long as they have not answered.
 *
 * @param email where the invitation is mailed to
 * @param language which they are written in
 */
public record Invitee(EmailAddress email, Language language) {

    /** The address as whoever invites may see it: its first letter and the domain. */
    public String masked() {
        return email.value().charAt(0) + "…@" + email.domain();
    }

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "Invitee[]";
    }
}
