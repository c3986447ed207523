package fi.kumppani.kit.web;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import java.nio.charset.StandardCharsets;

/** Answers with a file that is to be saved, and that no browser runs or guesses about. */
public final class Downloads {

    private Downloads() {}

    /**
     * The answer.
     *
     * @param etag tells contents apart
     * @param name what it is called when it is saved
     * @param mediaType such as {@code application/pdf}
     */
    public static ResponseEntity<byte[]> of(
            String etag, String name, String mediaType, CacheControl caching, byte[] content) {
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(caching)
                .contentType(MediaType.parseMediaType(mediaType))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(content);
    }
}
