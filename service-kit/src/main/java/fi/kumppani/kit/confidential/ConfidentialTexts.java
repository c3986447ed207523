package fi.kumppani.kit.confidential;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;

import fi.kumppani.kit.secret.Base64Keys;
import fi.kumppani.kit.tenancy.MunicipalityCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;

/**
 * Encrypts texts with AES-256-GCM. The municipality is authenticated with each, so a text of one
 * cannot be read as another's, whatever became of the documents.
 */
final class ConfidentialTexts {

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;

    /**
     * @throws IllegalArgumentException when a key is not base64 of 32 bytes
     */
    ConfidentialTexts(String key, List<String> previousKeys) {
        try {
            AeadConfig.register();
            KeysetHandle.Builder keys = KeysetHandle.newBuilder();
            var _ = keys.addEntry(KeysetHandle.importKey(imported(key)).makePrimary());
            for (String previous : previousKeys) {
                var _ = keys.addEntry(KeysetHandle.importKey(imported(previous)));
            }
            aead = keys.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The keys of kumppani.confidential differ", e);
        }
    }

    byte[] seal(Confidential confidential, MunicipalityCode municipality) {
        try {
            return aead.encrypt(
                    confidential.text().getBytes(StandardCharsets.UTF_8), bound(municipality));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A text could not be encrypted", e);
        }
    }

    /**
     * @throws IllegalStateException when it was sealed with an unknown key or for another
     *     municipality, or was tampered with
     */
    Confidential open(byte[] sealed, MunicipalityCode municipality) {
        try {
            return new Confidential(
                    new String(aead.decrypt(sealed, bound(municipality)), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A confidential text could not be opened", e);
        }
    }

    private static byte[] bound(MunicipalityCode municipality) {
        return municipality.value().getBytes(StandardCharsets.UTF_8);
    }

    @AccessesPartialKey
    private static AesGcmKey imported(String base64) throws GeneralSecurityException {
        byte[] bytes = decode(base64);
        return AesGcmKey.builder()
                .setParameters(
                        AesGcmParameters.builder()
                                .setKeySizeBytes(KEY_BYTES)
                                .setIvSizeBytes(IV_BYTES)
                                .setTagSizeBytes(TAG_BYTES)
                                .setVariant(AesGcmParameters.Variant.TINK)
                                .build())
                .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
                .setIdRequirement(id(bytes))
                .build();
    }

    private static byte[] decode(String base64) {
        byte[] bytes = Base64Keys.decode("kumppani.confidential", base64, KEY_BYTES);
        if (bytes.length > KEY_BYTES) {
            throw new IllegalArgumentException("A key of kumppani.confidential has 32 bytes");
        }
        return bytes;
    }

    /** A number by which a text says which key opens it; the same wherever the key is set. */
    private static int id(byte[] key) throws GeneralSecurityException {
        return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(key)).getInt();
    }
}
