package fi.kumppani.portal.application;

import org.jspecify.annotations.Nullable;

/** Reads texts that were sent by forms. */
public final class Texts {

    private Texts() {}

    /** The text with line ends as fields count them: browsers send two characters for each. */
    public static String lines(@Nullable String sent) {
        return sent == null ? "" : sent.replace("\r\n", "\n");
    }
}
