package fi.kumppani.portal.grant;

import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/**
 * A decision as its page shows it.
 *
 * @param outcome {@code granted}, {@code partly-granted}, {@code refused}, {@code not-examined};
 *     {@code other} for one that is new to the portal
 */
record DecisionView(
        String outcome,
        Told call,
        @Nullable Told association,
        String diaryNumber,
        String requested,
        String granted,
        String decidedOn,
        String decidedOnIso,
        List<Told> reasons) {

    private static final Set<String> OUTCOMES =
            Set.of("granted", "partly-granted", "refused", "not-examined");

    /** The outcome as pages name it. */
    static String known(String outcome) {
        return OUTCOMES.contains(outcome) ? outcome : "other";
    }

    static DecisionView of(DecisionFacts facts, Language language) {
        DecisionFacts.Decision decision = facts.decision();
        return new DecisionView(
                known(decision.outcome()),
                facts.callTitle().told(language),
                facts.associationName() == null
                        ? null
                        : facts.associationName().in(language).orElse(null),
                facts.diaryNumber(),
                Formats.euros(facts.requested()),
                Formats.euros(decision.granted()),
                Formats.day(decision.decidedOn(), language),
                decision.decidedOn().toString(),
                decision.reasons().stream()
                        .flatMap(reason -> reason.text().in(language).stream())
                        .toList());
    }
}
