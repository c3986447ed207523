package fi.kumppani.kit.file;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

import java.util.regex.Pattern;

/**
 * Names of files that are the body of a request. They stand in {@code Content-Disposition}, for
 * they may name people, and addresses must not.
 */
public final class FileNames {

    private static final Pattern NAME =
            Pattern.compile("[^\\p{C}/\\\\:*?\"<>|.][^\\p{C}/\\\\:*?\"<>|]{0,149}");

    private FileNames() {}

    /**
     * The name in a header.
     *
     * @param disposition such as {@code attachment; filename*=UTF-8''memo.pdf} (RFC 6266)
     * @throws Problem 400 without a name, 422 when it has a path or more than 150 characters
     */
    public static String read(@Nullable String disposition) {
        String name = disposition == null ? null : parsed(disposition).getFilename();
        if (name == null) {
            throw unnamed();
        }
        if (!NAME.matcher(name).matches()) {
            throw Problems.invalid(
                    "name", "pattern", "A name of at most 150 characters, without a path");
        }
        return name;
    }

    private static ContentDisposition parsed(String disposition) {
        try {
            return ContentDisposition.parse(disposition);
        } catch (IllegalArgumentException _) {
            throw unnamed();
        }
    }

    private static Problem unnamed() {
        return Problems.malformed(
                HttpHeaders.CONTENT_DISPOSITION,
                "file-name-missing",
                "Send the name of the file: attachment; filename*=UTF-8''name.pdf");
    }
}
