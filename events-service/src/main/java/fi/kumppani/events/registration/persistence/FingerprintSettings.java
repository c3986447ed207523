package fi.kumppani.events.registration.persistence;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The key that mailboxes are hashed with; a secret, from the environment only. With another key
 * those who registered before are not recognised any more.
 *
 * @param key at least 32 random bytes in base64
 */
@ConfigurationProperties("kumppani.events.fingerprints")
record FingerprintSettings(String key) {

    @Override
    public String toString() {
        return "FingerprintSettings[]";
    }
}
