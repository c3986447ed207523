package fi.kumppani.newsletter.bounce;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One report about one letter.
 *
 * @param reportId the same whenever the same report is read again
 * @param kind what it says
 * @param letterId the left part of the letter's Message-ID; null when the report does not say
 */
public record Bounce(String reportId, Kind kind, @Nullable String letterId) {

    /** What a report says. */
    public enum Kind {
        /** There is no such mailbox, for good. */
        HARD,
        /** It was not delivered, which may be otherwise next time. */
        SOFT,
        /** Its reader says that it is unwanted. */
        COMPLAINT,
        /** It was delivered. */
        DELIVERED
    }

    private static final Pattern STATUS =
            Pattern.compile("([245])\\.([0-9]{1,3})\\.([0-9]{1,3})(?:[^0-9].*)?");

    /**
     * What an enhanced status code says of the mailbox (RFC 3463): only codes about the mailbox
     * itself are final. A refusal of our sender, of the content or of a full mailbox says nothing
     * of whether there is one.
     *
     * @param status such as {@code 5.1.1}
     */
    public static Kind ofStatus(String status) {
        Matcher code = STATUS.matcher(status.strip());
        if (!code.matches()) {
            return Kind.SOFT;
        }
        String detail = code.group(2) + "." + code.group(3);
        return switch (code.group(1)) {
            case "2" -> Kind.DELIVERED;
            case "5" ->
                    switch (detail) {
                        case "0.0", "1.0", "1.1", "1.2", "1.3", "1.6", "1.10", "2.1", "4.4" ->
                                Kind.HARD;
                        default -> Kind.SOFT;
                    };
            default -> Kind.SOFT;
        };
    }
}
