package fi.kumppani.kit.secret;

import java.util.Base64;

/** Reads keys from settings. What it throws repeats no part of a key. */
public final class Base64Keys {

    private Base64Keys() {}

    /**
     * The bytes of a key.
     *
     * @param setting where the key is set, for whoever reads the exception
     * @param base64 the key as it is set
     * @param leastBytes how many it must have
     * @throws IllegalArgumentException when it is not base64 or too short
     */
    public static byte[] decode(String setting, String base64, int leastBytes) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // The cause would repeat a part of the key.
            throw new IllegalArgumentException("A key of " + setting + " is base64");
        }
        if (bytes.length < leastBytes) {
            throw new IllegalArgumentException(
                    "A key of " + setting + " has at least " + leastBytes + " bytes");
        }
        return bytes;
    }
}
