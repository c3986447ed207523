package fi.kumppani.portal.page;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;

/**
 * How forms are signed that stand within other sites.
 *
 * @param key base64 of at least 32 bytes; without it a key is made at each start, so that forms
 *     opened before a restart, or at another instance, ask to be sent again
 * @param valid how long after it was opened a form may be sent
 */
@ConfigurationProperties("kumppani.forms")
record FormSettings(@DefaultValue("") String key, @DefaultValue("12h") Duration valid) {

    private static final int KEY_BYTES = 32;

    /**
     * @throws IllegalArgumentException when the key is too short or no base64, or forms are never
     *     valid
     */
    FormSettings {
        if (!key.isEmpty() && decoded(key).length < KEY_BYTES) {
            throw new IllegalArgumentException(
                    "kumppani.forms.key is base64 of at least " + KEY_BYTES + " bytes");
        }
        if (!valid.isPositive()) {
            throw new IllegalArgumentException("kumppani.forms.valid is like 12h");
        }
    }

    /** The bytes of the key. */
    byte[] keyBytes() {
        if (!key.isEmpty()) {
            return decoded(key);
        }
        byte[] made = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(made);
        return made;
    }

    /** Says nothing of the key, so that no log does. */
    @Override
    public String toString() {
        return "FormSettings[valid=" + valid + "]";
    }

    private static byte[] decoded(String key) {
        try {
            return Base64.getDecoder().decode(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kumppani.forms.key is no base64", e);
        }
    }
}
