package fi.kumppani.grants.interest;

import java.time.Instant;

/**
 * That somebody was kept out of a matter, or left it (jääväys).
 *
 * @param subject the person, as the identity provider's opaque {@code sub}
 * @param ground why
 * @param manner how it came about
 * @param at when it was written down
 */
public record Recusal(String subject, Ground ground, Manner manner, Instant at) {

    /** How somebody came out of a matter; its name in kebab case is the code in answers. */
    public enum Manner {
        /** They stated it themselves. */
        STATED,
        /** They tried, and the system stopped them. */
        STOPPED,
        /** They had taken part before the ground was known; what they had done counts no more. */
        RELEASED
    }
}
