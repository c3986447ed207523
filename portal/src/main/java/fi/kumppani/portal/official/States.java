package fi.kumppani.portal.official;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.Set;

/** Where an application stands, as those who handle it name it. */
final class States {

    /** Those that wait for a decision. */
    static final Set<String> UNDECIDED = Set.of("submitted", "supplementing", "deciding");

    /** Those that were decided. */
    static final Set<String> DECIDED =
            Set.of("granted", "partly-granted", "refused", "not-examined");

    private static final Set<String> KNOWN =
            Set.of(
                    "draft",
                    "supplementing",
                    "withdrawn",
                    "transferred",
                    "deciding",
                    "granted",
                    "partly-granted",
                    "refused",
                    "not-examined");
    private static final Set<String> HANDLED = Set.of("waiting", "in-handling", "reviewed");

    private States() {}

    /**
     * One of those that pages have words for.
     *
     * @param status of the application
     * @param handling how far its handling is
     */
    static String of(@Nullable String status, @Nullable String handling) {
        String known = Objects.requireNonNullElse(status, "");
        if (KNOWN.contains(known)) {
            return known;
        }
        String how = Objects.requireNonNullElse(handling, "");
        return known.equals("submitted") && HANDLED.contains(how) ? how : "other";
    }
}
