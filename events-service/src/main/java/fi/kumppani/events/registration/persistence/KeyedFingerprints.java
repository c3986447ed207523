package fi.kumppani.events.registration.persistence;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.Fingerprint;
import fi.kumppani.events.registration.Fingerprints;
import fi.kumppani.events.registration.Pseudonyms;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.kit.text.EmailAddress;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 over event and mailbox, or event and number, so that the store alone does not tell
 * who was where, or who said what.
 */
@Component
@EnableConfigurationProperties(FingerprintSettings.class)
class KeyedFingerprints implements Fingerprints, Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String MAILBOX = "kumppani-registration-mailbox\0";
    private static final String PSEUDONYM = "kumppani-registration-pseudonym\0";
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKeySpec key;

    KeyedFingerprints(FingerprintSettings settings) {
        this.key = new SecretKeySpec(decode(settings.key()), ALGORITHM);
    }

    @Override
    public Fingerprint of(EventId event, EmailAddress email) {
        return of(MAILBOX, event, email.mailbox());
    }

    @Override
    public Fingerprint of(RegistrationId id) {
        return of(PSEUDONYM, id.event(), Long.toString(id.number()));
    }

    private Fingerprint of(String context, EventId event, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((context + event + "\0").getBytes(StandardCharsets.UTF_8));
            byte[] hash = mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
            return new Fingerprint(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    private static byte[] decode(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The cause would repeat a part of the key.
            throw new IllegalArgumentException("The key of kumppani.events.fingerprints is base64");
        }
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The key of kumppani.events.fingerprints has at least 32 bytes");
        }
        return bytes;
    }
}
