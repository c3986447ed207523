package fi.kumppani.portal.application;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Something that is due, in words.
 *
 * @param what {@code hand-in}, {@code supplement}, {@code acceptance}, {@code report}, {@code
 *     receipts}, {@code hearing}, {@code repayment}, or {@code other} for what is new to the portal
 * @param until until when
 */
public record DueView(String what, @Nullable String until, boolean overdue) {

    /** Each with the part of the application's pages on which it is done. */
    private static final Map<String, String> PARTS =
            Map.of(
                    "hand-in", "",
                    "supplement", "",
                    "acceptance", "",
                    "report", "/report",
                    "receipts", "",
                    "hearing", "/claims",
                    "repayment", "/claims");

    /** The key of the text that says so, with the time as its parameter. */
    public String key() {
        if (overdue) {
            return "my.late." + what;
        }
        return "my.due." + what + (until == null ? "" : ".by");
    }

    /** What the address of the page on which it is done has behind that of the application. */
    public String part() {
        return PARTS.getOrDefault(what, "");
    }

    /** It as a reader of this language is told it. */
    public static DueView of(OwnFacts.Due due, Language language) {
        return new DueView(
                PARTS.containsKey(due.what()) ? due.what() : "other",
                due.at() != null
                        ? Formats.moment(due.at(), language)
                        : due.on() != null ? Formats.day(due.on(), language) : null,
                due.overdue());
    }
}
