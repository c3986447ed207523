package fi.kumppani.newsletter.mail;

import fi.kumppani.kit.text.EmailAddress;

import java.util.Collection;
import java.util.Set;

/** Knows whom of the current municipality nothing is sent to, as letters came back. */
public interface Suppressions {

    /**
     * Those that nothing is sent to.
     *
     * @param asked whether the readers wait for what is sent, such as a decision
     */
    Set<EmailAddress> among(Collection<EmailAddress> addresses, boolean asked);

    /**
     * Notes that a server will never take a mail; once, however often it is noted.
     *
     * @param status the enhanced status code (RFC 3463); empty when the server did not say
     */
    void refused(EmailAddress to, String mailId, String status);
}
