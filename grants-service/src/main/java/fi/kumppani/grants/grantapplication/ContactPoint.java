package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.contacts.Contact;
import fi.kumppani.kit.text.EmailAddress;
import fi.kumppani.kit.text.Language;

import java.util.Map;

/**
 * Whom to write to about an application; leaves this service only when a mail is sent.
 *
 * @param email their address
 * @param language what they read
 */
public record ContactPoint(EmailAddress email, Language language) {

    /** As it is told when a mail about an application is sent. */
    public Contact about(
            ApplicationId application, Map<String, String> links, Map<String, Object> facts) {
        return new Contact(email.value(), language, "application:" + application, links, facts);
    }
}
