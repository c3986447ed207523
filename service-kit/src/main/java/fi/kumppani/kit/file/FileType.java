package fi.kumppani.kit.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The kinds of files that are taken; none that a reader's machine would run. */
public enum FileType {
    PDF("application/pdf"),
    ODT("application/vnd.oasis.opendocument.text"),
    ODS("application/vnd.oasis.opendocument.spreadsheet"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    TXT("text/plain"),
    CSV("text/csv");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Its name in the register of media types. */
    public String mediaType() {
        return mediaType;
    }

    /** The type of a file; empty when its name and its content do not say the same. */
    public static Optional<FileType> of(String name, FileContent content) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String full = extension.equals("jpg") ? "jpeg" : extension;
        return Stream.of(values())
                .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(full))
                .filter(type -> content.isOf(type))
                .findFirst();
    }
}
