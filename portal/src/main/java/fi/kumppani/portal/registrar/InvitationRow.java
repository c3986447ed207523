package fi.kumppani.portal.registrar;

import fi.kumppani.portal.invitation.InvitationFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import java.util.List;
import java.util.Objects;

/**
 * An open invitation as a page shows it to those who give rights.
 *
 * @param recipient whom it was mailed to, masked
 * @param until the moment its time is over, as the reader writes it
 */
record InvitationRow(String id, String recipient, List<String> modules, String until) {

    static InvitationRow of(InvitationFacts facts, Language language) {
        return new InvitationRow(
                facts.id(),
                Objects.requireNonNullElse(facts.recipient(), "…"),
                facts.modules(),
                Formats.moment(facts.expiresAt(), language));
    }
}
