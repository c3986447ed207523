package fi.kumppani.portal.look;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Serves what the look of a municipality is made of. */
@RestController
class LookParts {

    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final MediaType STYLES = new MediaType("text", "css", StandardCharsets.UTF_8);

    private final Looks looks;

    LookParts(Looks looks) {
        this.looks = looks;
    }

    @GetMapping("/m/{code}/look.css")
    ResponseEntity<byte[]> styles(
            @PathVariable String code, @RequestParam(defaultValue = "") String v) {
        return looks.find(code)
                .flatMap(
                        look ->
                                Optional.ofNullable(look.styles())
                                        .map(styles -> styles.getBytes(StandardCharsets.UTF_8))
                                        .map(sent -> part(sent, STYLES, look.stylesPath(), v)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/m/{code}/logo")
    ResponseEntity<byte[]> logo(
            @PathVariable String code, @RequestParam(defaultValue = "") String v) {
        return looks.find(code)
                .flatMap(
                        look ->
                                Optional.ofNullable(look.logo())
                                        .map(
                                                logo ->
                                                        part(
                                                                logo.content(),
                                                                logo.type(),
                                                                look.logoPath(),
                                                                v)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Kept for long at the address that pages name, and asked for anew at any other. */
    private static ResponseEntity<byte[]> part(
            byte[] content, MediaType type, @Nullable String path, String version) {
        boolean isNamed = path != null && path.endsWith("=" + version);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(
                        isNamed
                                ? CacheControl.maxAge(A_YEAR).cachePublic().immutable()
                                : CacheControl.noCache())
                .body(content);
    }
}
