package fi.kumppani.portal.page;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Refusal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Files that people send with a form, on their way to a service that judges and keeps them. */
public final class Uploads {

    private static final long LARGEST = 5L * 1024 * 1024;
    private static final BigDecimal KILO = BigDecimal.valueOf(1024);
    private static final Set<String> FAULTS = Set.of("type", "harmful", "empty", "taken");

    private Uploads() {}

    /** Whether a file was chosen that holds something. */
    public static boolean isThere(@Nullable MultipartFile file) {
        return file != null && !file.isEmpty();
    }

    /** The key of the text that says why no service would take it; empty when one may. */
    public static Optional<String> fault(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return Optional.of("files.error.empty");
        }
        return file.getSize() > LARGEST ? Optional.of("files.error.too-large") : Optional.empty();
    }

    /**
     * Asks a service to keep it under the name it has, without the folders that some browsers send
     * along.
     *
     * @param type what the answer is read into
     * @param path where files are taken, with {@code {names}} for its variables
     */
    public static <T> Question<T> keep(
            Backend backend,
            Class<T> type,
            String path,
            Map<String, String> variables,
            MultipartFile file)
            throws IOException {
        String name =
                Objects.requireNonNullElse(file.getOriginalFilename(), "")
                        .replaceFirst(".*[/\\\\]", "");
        return Question.post(backend, type, path, variables, file.getBytes())
                .with(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString());
    }

    /**
     * The key of the text that says why a service did not take it, or did not take it away.
     *
     * @param reasons the reasons that have a text
     */
    public static String text(Refusal refusal, Set<String> reasons) {
        return refusal.errors().stream()
                .map(Refusal.FieldError::code)
                .filter(FAULTS::contains)
                .findFirst()
                .map(code -> "files.error." + code)
                .orElse(
                        reasons.contains(refusal.reason())
                                ? "files.reason." + refusal.reason()
                                : "files.refused");
    }

    /** How large it is in kilobytes, rounded up. */
    public static String kilobytes(int bytes) {
        return Formats.number(BigDecimal.valueOf(bytes).divide(KILO, 0, RoundingMode.CEILING));
    }
}
