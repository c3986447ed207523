package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.registration.Pseudonyms;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.secret.KeyedHash;
import fi.kumppani.kit.text.EmailAddress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.util.Base64;

/**
 * HMAC-SHA256 over event and mailbox, or event and number, so that the store alone does not tell
 * who was where, or who said what.
 */
@Component
@EnableConfigurationProperties(FingerprintSettings.class)
class KeyedFingerprints implements Fingerprints, Pseudonyms {

    private static final String MAILBOX = "kumppani-registration-mailbox\0";
    private static final String PSEUDONYM = "kumppani-registration-pseudonym\0";

    private final KeyedHash hash;

    KeyedFingerprints(FingerprintSettings settings) {
        this.hash = new KeyedHash("kumppani.events.fingerprints", settings.key());
    }

    @Override
    public Fingerprint of(EventId event, EmailAddress email) {
        return of(MAILBOX, event, email.account());
    }

    @Override
    public Fingerprint of(RegistrationId id) {
        return of(PSEUDONYM, id.event(), Long.toString(id.number()));
    }

    private Fingerprint of(String context, EventId event, String value) {
        return new Fingerprint(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(hash.of(context + event + "\0", value)));
    }
}
