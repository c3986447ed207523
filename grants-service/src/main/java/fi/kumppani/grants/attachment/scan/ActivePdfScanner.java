package fi.kumppani.grants.attachment.scan;

import fi.kumppani.grants.attachment.FileScanner;
import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileType;

import org.springframework.stereotype.Component;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds PDF files that run scripts, start programs or carry other files (ISO 32000-2: 12.6.4.6,
 * 12.6.4.17, 7.11.4), as far as they do not hide it in compressed objects.
 */
@Component
class ActivePdfScanner implements FileScanner {

    private static final Pattern ACTIVE =
            Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia)\\b");
    private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z]*#[0-9A-Fa-f]{2}");

    @Override
    public Verdict scan(FileType type, FileContent content) {
        if (type != FileType.PDF) {
            return Verdict.CLEAN;
        }
        String text = new String(content.bytes(), StandardCharsets.ISO_8859_1);
        String names =
                ESCAPED.matcher(text).find()
                        ? Pattern.compile("#([0-9A-Fa-f]{2})")
                                .matcher(text)
                                .replaceAll(
                                        hex ->
                                                Matcher.quoteReplacement(
                                                        String.valueOf(
                                                                (char)
                                                                        Integer.parseInt(
                                                                                hex.group(1), 16))))
                        : text;
        return ACTIVE.matcher(names).find() ? Verdict.HARMFUL : Verdict.CLEAN;
    }
}
