package fi.kumppani.events.memo;

import fi.kumppani.kit.file.FileType;

/**
 * A file that goes with a memo.
 *
 * @param id the SHA-256 of its content in hexadecimal digits
 * @param name what it is called, with the extension of its type
 * @param type what it is
 * @param bytes how many it has
 * @param key where its content is kept; never used again
 */
public record Attachment(String id, String name, FileType type, int bytes, String key) {

    Attachment named(String next) {
        return new Attachment(id, next, type, bytes, key);
    }

    boolean isNamed(String other) {
        return name.equalsIgnoreCase(other);
    }
}
