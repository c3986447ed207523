package fi.kumppani.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what a session holds with a key made from the session's id, which only the browser knows:
 * whoever reads the store or a backup finds neither tokens nor a way into a login. AES-256-GCM.
 */
final class SessionSeal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final String documentId;
    private final SecretKey key;

    private SessionSeal(String documentId, SecretKey key) {
        this.documentId = documentId;
        this.key = key;
    }

    static SessionSeal of(String sessionId) {
        return new SessionSeal(
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(digest("kumppani-session-document", sessionId)),
                new SecretKeySpec(digest("kumppani-session-key", sessionId), "AES"));
    }

    /** A session id of 256 random bits. */
    static String newSessionId() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The id of the document; tells nothing of the session's id. */
    String documentId() {
        return documentId;
    }

    /**
     * @param name what the content is; it can be opened under this name only
     */
    byte[] close(String name, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /**
     * @throws GeneralSecurityException when it was not sealed by this session under this name
     */
    byte[] open(String name, byte[] whole) throws GeneralSecurityException {
        if (whole.length < NONCE_BYTES) {
            throw new GeneralSecurityException("Too short to be sealed");
        }
        return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE_BYTES), name)
                .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] digest(String purpose, String sessionId) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(purpose.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
            return sha256.digest(sessionId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
