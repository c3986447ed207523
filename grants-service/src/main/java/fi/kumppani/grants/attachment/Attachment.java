package fi.kumppani.grants.attachment;

import fi.kumppani.kit.file.FileType;

import org.jspecify.annotations.Nullable;

/**
 * A file that goes with an application.
 *
 * @param id the SHA-256 of its content in hexadecimal digits
 * @param name what it is called, with the extension of its type
 * @param type what it is
 * @param bytes how many it has
 * @param requirement which of the attachments that the call requires it is; null for none
 * @param key where its content is kept; never used again
 */
public record Attachment(
        String id,
        String name,
        FileType type,
        int bytes,
        @Nullable String requirement,
        String key) {

    Attachment describedAs(Attachment other) {
        return new Attachment(id, other.name, type, bytes, other.requirement, key);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
