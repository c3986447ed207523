package fi.kumppani.grants.retention;

import java.time.Instant;
import java.time.Period;

/**
 * For how long a municipality keeps documents of one kind, by its own decision.
 *
 * @param decidedIn where it was decided, such as an information management plan and its section
 * @param by who recorded it, as the identity provider's opaque {@code sub}
 */
public record RetentionChoice(
        DocumentKind kind, Period kept, String decidedIn, String by, Instant at) {

    /** The most characters of where it was decided. */
    public static final int MOST_CHARACTERS = 200;
}
