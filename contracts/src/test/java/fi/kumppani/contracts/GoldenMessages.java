package fi.kumppani.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The golden JSON of each message type: producers must write what maps to it, consumers must read
 * it. Published in the test-jar.
 */
public final class GoldenMessages {

    private GoldenMessages() {}

    /**
     * The golden JSON of a type.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static String of(String type) {
        String path = "/golden/" + type + ".json";
        try (InputStream golden = GoldenMessages.class.getResourceAsStream(path)) {
            if (golden == null) {
                throw new IllegalArgumentException("No golden JSON for " + type);
            }
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
