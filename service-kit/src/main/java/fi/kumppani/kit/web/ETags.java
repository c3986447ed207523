package fi.kumppani.kit.web;

/** Versions as entity tags (RFC 9110, section 8.8.3). */
public final class ETags {

    private ETags() {}

    /** The value of the header {@code ETag} for a version, in its quotes. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }
}
