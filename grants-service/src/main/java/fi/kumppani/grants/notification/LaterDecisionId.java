package fi.kumppani.grants.notification;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.kit.text.WireCodes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a decision about a grant that was made after the one on its application.
 *
 * @param number of the request that was ruled on, or of the claim, within the application
 */
public record LaterDecisionId(ApplicationId application, Kind kind, int number) {

    private static final Pattern TEXT = Pattern.compile("([a-z]{1,20})-([1-9][0-9]{0,5})");

    /** On what it was decided. */
    public enum Kind {
        /** On a request for other terms (muutoshakemus). */
        CHANGE,
        /** On claiming something back (takaisinperintä). */
        RECOVERY
    }

    /** The one that is named so within an application, such as {@code change-1}. */
    public static Optional<LaterDecisionId> parse(ApplicationId application, String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches()
                ? WireCodes.read(Kind.class, parts.group(1))
                        .map(
                                kind ->
                                        new LaterDecisionId(
                                                application,
                                                kind,
                                                Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Its name within the application. */
    public String name() {
        return WireCodes.of(kind) + "-" + number;
    }
}
