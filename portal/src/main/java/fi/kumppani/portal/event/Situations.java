package fi.kumppani.portal.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/** How events stand for who looks at them, as codes that have texts. */
final class Situations {

    /** What a list says of an event. */
    static final Set<String> MARKED = Set.of("full", "postponed", "cancelled");

    private static final Set<String> KNOWN =
            Set.of(
                    "not-yet-open",
                    "open",
                    "full",
                    "closed",
                    "postponed",
                    "held",
                    "archived",
                    "cancelled");

    private Situations() {}

    /** The code, if we know it; nothing that a list would mark otherwise. */
    static String known(@Nullable String code) {
        return code != null && KNOWN.contains(code) ? code : "held";
    }

    /** The one that is told; one we do not know is taken for what can be seen. */
    static String of(EventFacts event, Instant now) {
        String told = event.situation();
        if (told != null && KNOWN.contains(told)) {
            return told;
        }
        if (event.isCancelled()) {
            return "cancelled";
        }
        if (!event.endsAt().isAfter(now)) {
            return "held";
        }
        return event.open() ? "open" : "closed";
    }
}
