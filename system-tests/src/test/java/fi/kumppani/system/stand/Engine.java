package fi.kumppani.system.stand;

import java.util.Locale;

/** The engines of a local system. */
public enum Engine {
    KAFKA,
    MONGODB,
    IDENTITY,
    MAIL;

    /** What it is called on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
