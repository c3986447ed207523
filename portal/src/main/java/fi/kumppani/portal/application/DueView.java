package fi.kumppani.portal.application;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Something that is due, in words.
 *
 * @param what {@code hand-in}, {@code supplement}, {@code acceptance}, {@code report}, or {@code
 *     other} for what is new to the portal
 * @param until until when
 */
record DueView(String what, @Nullable String until, boolean overdue) {

    private static final Set<String> KNOWN =
            Set.of("hand-in", "supplement", "acceptance", "report");

    /** The key of the text that says so, with the time as its parameter. */
    public String key() {
        if (overdue) {
            return "my.late." + what;
        }
        return "my.due." + what + (until == null ? "" : ".by");
    }

    static DueView of(OwnFacts.Due due, Language language) {
        return new DueView(
                KNOWN.contains(due.what()) ? due.what() : "other",
                due.at() != null
                        ? Formats.moment(due.at(), language)
                        : due.on() != null ? Formats.day(due.on(), language) : null,
                due.overdue());
    }
}
