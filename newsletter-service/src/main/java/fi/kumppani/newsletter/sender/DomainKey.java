package fi.kumppani.newsletter.sender;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * The key that a domain's letters are signed with. It is made here and never leaves, so nobody has
 * to be trusted with it.
 *
 * @param selector under which its public half is published
 * @param publicKey the public half, as the record has it
 * @param privateKey the private half
 */
public record DomainKey(String selector, String publicKey, PrivateKey privateKey) {

    private static final String ALGORITHM = "RSA";
    private static final int BITS = 2048;

    /** A new one (RFC 8301: RSA of 2 048 bits). */
    static DomainKey generate(String selector) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new DomainKey(
                    selector,
                    Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()),
                    pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    /**
     * Reads the private half.
     *
     * @param base64 PKCS #8
     * @throws IllegalArgumentException when it is not that
     */
    public static PrivateKey read(String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM)
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64)));
        } catch (GeneralSecurityException _) {
            // The cause might repeat a part of the key.
            throw new IllegalArgumentException("A private key is RSA in PKCS #8 and base64");
        }
    }

    /** Says nothing of the key, so that no log does. */
    @Override
    public String toString() {
        return "DomainKey[" + selector + "]";
    }
}
