package fi.kumppani.grants.attachment;

import fi.kumppani.kit.file.FileContent;
import fi.kumppani.kit.file.FileType;

/**
 * Looks into a file for what would harm whoever opens it. Every one there is has to find nothing
 * before a file is kept; a deployment adds its own, such as one that asks a virus scanner, as a
 * bean.
 */
public interface FileScanner {

    /** What a scanner found. */
    enum Verdict {
        /** Nothing. */
        CLEAN,
        /** Something that acts by itself, or is known to harm. */
        HARMFUL
    }

    /**
     * Looks into a file.
     *
     * @param type what the file is, by its content
     */
    Verdict scan(FileType type, FileContent content);
}
