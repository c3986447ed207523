package fi.kumppani.newsletter.mail;

import java.util.List;

/**
 * Which facts a municipality may put into the words of its own for a kind of mail. All of them are
 * what the mail tells anyway; none is a link, as those are ours to make.
 */
public final class MailVariables {

    /** Who sends the mail: the municipality as its readers see it. */
    static final String SENDER = "sender";

    /** What it is about. */
    static final String TITLE = "title";

    private static final List<String> ALL = List.of(TITLE, SENDER);
    private static final List<String> INVITATIONS = List.of(TITLE, SENDER, "answerBy");
    private static final List<String> EVENTS =
            List.of(
                    TITLE,
                    SENDER,
                    "startsAt",
                    "coffeeFrom",
                    "venue",
                    "room",
                    "streetAddress",
                    "place",
                    "seats",
                    "reason");
    private static final List<String> GRANTS =
            List.of(
                    TITLE,
                    SENDER,
                    "associationName",
                    "diaryNumber",
                    "outcome",
                    "granted",
                    "decidedOn",
                    "supplementBy",
                    "reportBy",
                    "closesAt",
                    "answerBy",
                    "payBy");

    private static final List<String> ASSOCIATIONS =
            List.of(TITLE, SENDER, "associationName", "confirmedOn", "answerBy");

    private MailVariables() {}

    /** Those of a kind, the usual ones first. */
    public static List<String> of(MailKind kind) {
        String name = kind.wireName();
        return switch (name.substring(0, name.indexOf('-'))) {
            case "subscription" -> ALL;
            case "grant" -> GRANTS;
            case "association", "survey" ->
                    kind == MailKind.ASSOCIATION_INVITATION ? INVITATIONS : ASSOCIATIONS;
            default -> EVENTS;
        };
    }
}
