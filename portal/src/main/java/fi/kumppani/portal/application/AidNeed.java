package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.person.Person;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/** Whether an applicant still has to declare what de minimis aid it has from others. */
final class AidNeed {

    private static final Set<String> UNDECIDED = Set.of("submitted", "supplementing");

    private AidNeed() {}

    /** The declaration, as far as it is told here. */
    record Declared(@Nullable Instant declaredAt) {}

    /**
     * How it stands: {@code needed} or {@code declared} where the call grants such aid, {@code
     * asked} where a decision maker may still say that it is; null once it is decided, and for a
     * draft that nobody asks about.
     */
    static @Nullable String of(String code, ApplicationFacts facts, CallPart call, Person person) {
        boolean isUndecided = UNDECIDED.contains(facts.status());
        if (!call.grantsAid()) {
            return isUndecided ? "asked" : null;
        }
        if (!isUndecided && !facts.isDraft()) {
            return null;
        }
        return person.answer(
                        Question.get(
                                Backend.GRANTS,
                                Declared.class,
                                ApplicationFacts.PATH + "/de-minimis",
                                ApplicationFacts.at(code, facts.id())))
                .found()
                .filter(found -> found.declaredAt() != null)
                .map(_ -> "declared")
                .orElse("needed");
    }
}
