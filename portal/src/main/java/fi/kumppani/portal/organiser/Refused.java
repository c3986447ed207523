package fi.kumppani.portal.organiser;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Refusal;
import fi.kumppani.portal.page.FilledForm;

import java.util.List;
import java.util.Set;

/** Puts what events-service refused into plain words. */
final class Refused {

    static final String FAMILY = "organise";
    static final String STALE = FAMILY + ".stale";
    static final String AWAY = FAMILY + ".away";

    static final List<String> REASONS =
            List.of(
                    "capacity-below-confirmed",
                    "event-cancelled",
                    "event-over",
                    "event-not-over",
                    "event-postponed",
                    "event-started",
                    "event-not-begun",
                    "not-published",
                    "already-published",
                    "registration-ended",
                    "not-requested",
                    "not-waiting",
                    "no-seat-free",
                    "group-full",
                    "association-has-its-seats",
                    "waiting-list-full");

    private static final Set<String> KNOWN = Set.copyOf(REASONS);

    private Refused() {}

    /** What to say of a refusal of an act that has no fields, as the key of a text. */
    static String text(Refusal refusal) {
        if (refusal.isStale()) {
            return STALE;
        }
        if (refusal.tooMany()) {
            return FAMILY + ".too-many";
        }
        return KNOWN.contains(refusal.reason())
                ? FAMILY + ".reason." + refusal.reason()
                : FAMILY + ".refused";
    }

    /** What to say of an answer that is not the one hoped for, as the key of a text. */
    static String text(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(Refusal refusal) ? text(refusal) : AWAY;
    }

    /** Puts on a form of a reason why it was not done. */
    static void put(FilledForm form, Refusal refusal) {
        if (refusal.isStale()) {
            form.refuse(STALE);
        } else {
            form.refuse(refusal, FAMILY, REASONS, _ -> FAMILY + ".error.reason");
        }
    }
}
