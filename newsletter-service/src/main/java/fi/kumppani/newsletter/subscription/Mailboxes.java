package fi.kumppani.newsletter.subscription;

import fi.kumppani.kit.text.EmailAddress;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognises mailboxes by a keyed hash. The key belongs to the deployment and is never changed:
 * with another one nobody's subscription would be found.
 */
public final class Mailboxes {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "kumppani-mailbox\0";
    private static final int PRINT_BYTES = 16;
    private static final int LEAST_KEY_BYTES = 32;

    private final SecretKey key;

    /**
     * @param base64Key at least 32 random bytes
     * @throws IllegalArgumentException when it is not that
     */
    public Mailboxes(String base64Key) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64Key);
        } catch (IllegalArgumentException _) {
            // The cause would repeat a part of the key.
            throw new IllegalArgumentException("The key of addresses is base64");
        }
        if (bytes.length < LEAST_KEY_BYTES) {
            throw new IllegalArgumentException("The key of addresses has at least 32 bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** The mailbox of an address, the same for all its spellings. */
    public Mailbox of(EmailAddress address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            byte[] print = mac.doFinal(address.mailbox().getBytes(StandardCharsets.UTF_8));
            return new Mailbox(
                    Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Arrays.copyOf(print, PRINT_BYTES)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
