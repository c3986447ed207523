package fi.kumppani.portal.page;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes the key that a form carries in a hidden field and the service gets as {@code
 * Idempotency-Key}: the same form sent twice does one thing. A key also tells when its form was
 * opened, by which programs are known that send it at once.
 */
public final class FormKeys {

    private static final int RANDOM_BYTES = 12;
    private static final int TIME_BYTES = 6;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormKeys() {}

    /** A key that nobody has used. */
    public static String next(Instant now) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
        byte[] bytes =
                ByteBuffer.allocate(TIME_BYTES + RANDOM_BYTES)
                        .put(time, Long.BYTES - TIME_BYTES, TIME_BYTES)
                        .put(random)
                        .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Another key for the same form. */
    static String another(String key) {
        return next(openedAt(key));
    }

    /** The key that a form brought back; a new one when it is none of ours. */
    public static String of(@Nullable String sent, Instant now) {
        return sent != null && KEY.matcher(sent).matches() ? sent : next(now);
    }

    /** How long ago the form of a key was opened; nobody vouches for what a program sent. */
    public static Duration age(String key, Instant now) {
        return Duration.between(openedAt(key), now);
    }

    private static Instant openedAt(String key) {
        byte[] padded = new byte[Long.BYTES];
        System.arraycopy(
                Base64.getUrlDecoder().decode(key), 0, padded, Long.BYTES - TIME_BYTES, TIME_BYTES);
        return Instant.ofEpochMilli(ByteBuffer.wrap(padded).getLong());
    }
}
