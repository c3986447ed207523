package fi.kumppani.portal.page;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs forms that stand within other sites, where no cookie says that they come from us: who sends
 * one has opened it here, not long ago, for this purpose and this municipality. A token is a {@link
 * FormKeys key} with its HMAC-SHA-256; nothing is kept of it.
 */
@Component
public final class FormTokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final char SEPARATOR = '.';

    private final SecretKeySpec secret;
    private final Duration valid;

    FormTokens(FormSettings settings) {
        this.secret = new SecretKeySpec(settings.keyBytes(), ALGORITHM);
        this.valid = settings.valid();
    }

    /**
     * A token for a form that is opened.
     *
     * @param purpose what the form does, in kebab case; a token does nothing else
     * @param municipality the code of whom it is for
     */
    public String next(String purpose, String municipality, Instant now) {
        String key = FormKeys.next(now);
        return key + SEPARATOR + signature(purpose, municipality, key);
    }

    /** Whether such a form was opened here, and not too long ago. */
    public boolean isGood(String token, String purpose, String municipality, Instant now) {
        int end = token.indexOf(SEPARATOR);
        if (end < 0) {
            return false;
        }
        String key = token.substring(0, end);
        boolean ours =
                MessageDigest.isEqual(
                        signature(purpose, municipality, key).getBytes(StandardCharsets.UTF_8),
                        token.substring(end + 1).getBytes(StandardCharsets.UTF_8));
        return ours && FormKeys.age(key, now).compareTo(valid) <= 0;
    }

    /** The key within a token that is good. */
    public static String key(String token) {
        return token.substring(0, token.indexOf(SEPARATOR));
    }

    private String signature(String purpose, String municipality, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] signed =
                    mac.doFinal(
                            String.join("\n", purpose, municipality, key)
                                    .getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
        }
    }
}
