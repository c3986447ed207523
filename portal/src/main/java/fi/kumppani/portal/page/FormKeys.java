package fi.kumppani.portal.page;

import org.jspecify.annotations.Nullable;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Makes the key that a form carries in a hidden field and the service gets as {@code
 * Idempotency-Key}: the same form sent twice does one thing.
 */
public final class FormKeys {

    private static final int BYTES = 18;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{24}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private FormKeys() {}

    /** A key that nobody has used. */
    public static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The key that a form brought back; a new one when it is none of ours. */
    public static String of(@Nullable String sent) {
        return sent != null && KEY.matcher(sent).matches() ? sent : next();
    }
}
