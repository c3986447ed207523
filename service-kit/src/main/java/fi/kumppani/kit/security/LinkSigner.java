package fi.kumppani.kit.security;

import fi.kumppani.kit.secret.KeyedHash;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Signs and verifies the links in mails with HMAC-SHA256. Nothing is stored: the token itself holds
 * whom it is for, until when, and under which generation; the action is only in the signature.
 */
public final class LinkSigner {

    private static final int SIGNATURE_BYTES = 32;
    private static final int MOST_TOKEN_CHARACTERS = 512;
    private static final byte FORMAT = 1;

    private final KeyedHash signingKey;
    private final List<KeyedHash> knownKeys;

    /**
     * @throws IllegalArgumentException when a key is not base64 of at least 32 bytes
     */
    LinkSigner(LinkSettings settings) {
        signingKey = key(settings.key());
        knownKeys =
                Stream.concat(
                                Stream.of(signingKey),
                                settings.previousKeys().stream().map(LinkSigner::key))
                        .toList();
    }

    /**
     * A token for a link; only characters that a URL may contain as they are.
     *
     * @param action what the link allows, for example {@code registration.cancel}; a token of one
     *     action is not valid for another
     * @param subjectId whom or what it is for, at most 200 bytes
     * @param generation of the subject's links; a later one revokes
     * @param expiresAt from when on it no longer holds, to the second
     */
    public String mint(String action, String subjectId, long generation, Instant expiresAt) {
        byte[] subject = subjectId.getBytes(StandardCharsets.UTF_8);
        if (subject.length > 200) {
            throw new IllegalArgumentException("The id in a link has at most 200 bytes");
        }
        byte[] payload =
                ByteBuffer.allocate(1 + Long.BYTES + Long.BYTES + subject.length)
                        .put(FORMAT)
                        .putLong(expiresAt.getEpochSecond())
                        .putLong(generation)
                        .put(subject)
                        .array();
        byte[] signature = sign(signingKey, action, payload);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        ByteBuffer.allocate(payload.length + signature.length)
                                .put(payload)
                                .put(signature)
                                .array());
    }

    /** What the token is at this moment; takes the same time whatever part of it is wrong. */
    public SignedLink verify(String token, String action, Instant now) {
        byte[] bytes = decode(token);
        if (bytes.length <= SIGNATURE_BYTES) {
            return new SignedLink.Invalid();
        }
        byte[] payload = Arrays.copyOf(bytes, bytes.length - SIGNATURE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, payload.length, bytes.length);
        boolean known = false;
        for (KeyedHash key : knownKeys) {
            known |= MessageDigest.isEqual(sign(key, action, payload), signature);
        }
        return known ? read(ByteBuffer.wrap(payload), now) : new SignedLink.Invalid();
    }

    private static SignedLink read(ByteBuffer payload, Instant now) {
        try {
            if (payload.get() != FORMAT) {
                return new SignedLink.Invalid();
            }
            long expiresAt = payload.getLong();
            long generation = payload.getLong();
            String subjectId = StandardCharsets.UTF_8.decode(payload).toString();
            return now.getEpochSecond() < expiresAt
                    ? new SignedLink.Valid(subjectId, generation)
                    : new SignedLink.Expired();
        } catch (BufferUnderflowException e) {
            return new SignedLink.Invalid();
        }
    }

    /** The bytes of a token in its one canonical spelling; none for anything else. */
    private static byte[] decode(String token) {
        if (token.length() > MOST_TOKEN_CHARACTERS) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            String canonical = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return canonical.equals(token) ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] sign(KeyedHash hash, String action, byte[] payload) {
        return hash.of("kumppani-link\0" + action + "\0", payload);
    }

    private static KeyedHash key(String base64) {
        return new KeyedHash("kumppani.links", base64);
    }
}
