package fi.kumppani.kit.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) with a key of the deployment: the same for the same value, and nothing
 * that one could find the value by without the key.
 */
public final class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKey key;

    /**
     * @param setting where the key is set, for whoever reads the exception
     * @param base64 at least 32 random bytes
     * @throws IllegalArgumentException when it is not that
     */
    public KeyedHash(String setting, String base64) {
        key = new SecretKeySpec(Base64Keys.decode(setting, base64, LEAST_KEY_BYTES), ALGORITHM);
    }

    /**
     * The hash, 32 bytes.
     *
     * @param context what is hashed; must end where the value begins, as with a zero character, so
     *     that no other context and value are hashed alike
     */
    public byte[] of(String context, byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }

    /** The hash of a text. */
    public byte[] of(String context, String value) {
        return of(context, value.getBytes(StandardCharsets.UTF_8));
    }
}
