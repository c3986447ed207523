package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;

/**
 * What makes a repeated POST recognisable; a handler that takes it requires the header {@code
 * Idempotency-Key} of 8 to 128 visible ASCII characters.
 *
 * <p>Keep {@link #uniqueKey} under a unique index and {@link #bodyHash} beside it in the document
 * that the request creates. A repeat with the same hash gets the first answer again; with another
 * hash, {@link #reused()}.
 *
 * @param key stands for the header as sent by this caller in this municipality, so that nobody
 *     meets a key of somebody else
 * @param bodyHash SHA-256 over method, path and body
 */
public record IdempotencyKey(String key, String bodyHash) {

    /**
     * The value to keep unique.
     *
     * @param operation what the request does, for example {@code grants.submit}; the same key for
     *     another operation is another thing
     */
    public String uniqueKey(String operation) {
        return operation + ":" + key;
    }

    /** Whether a document that was created under this key came from the very same request. */
    public boolean sameRequest(String keptBodyHash) {
        return bodyHash.equals(keptBodyHash);
    }

    /** 422: the key was used before with another body. */
    public static Problem reused() {
        return Problems.invalid(
                IdempotencyKeyArgument.HEADER,
                "idempotency-key-reused",
                "This key was used with another request");
    }
}
