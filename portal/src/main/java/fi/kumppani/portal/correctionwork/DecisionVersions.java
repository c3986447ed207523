package fi.kumppani.portal.correctionwork;

import fi.kumppani.portal.application.ApplicationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.official.ReasonFacts;
import fi.kumppani.portal.official.VerdictFacts;
import fi.kumppani.portal.page.Formats;
import fi.kumppani.portal.reader.Language;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All decisions on an application, as grants-service tells those who handle it.
 *
 * @param items the first one first, at least one; the last is in force
 */
record DecisionVersions(List<Version> items) {

    private static final Set<String> CAUSES =
            Set.of("claim", "taken-up", "factual-error", "clerical-error");

    DecisionVersions {
        items = List.copyOf(items);
    }

    /**
     * A decision.
     *
     * @param cause why it took the place of the one before; absent of the first
     */
    record Version(
            int number,
            @Nullable String cause,
            VerdictFacts verdict,
            Maker maker,
            LocalDate decidedOn) {}

    /** In which capacity it was decided. */
    record Maker(@Nullable String title, @Nullable String section) {}

    /**
     * A decision in words.
     *
     * @param cause one of those that pages have words for; null of the first
     * @param inForce whether no other took its place
     */
    record Shown(
            int number,
            @Nullable String cause,
            boolean inForce,
            VerdictFacts.Shown verdict,
            @Nullable String title,
            @Nullable String section,
            String decidedOn) {}

    /** The decision in force. */
    Version current() {
        return items.getLast();
    }

    /** All in words, the latest first. */
    List<Shown> shown(List<ReasonFacts.Reason> reasons, Language language) {
        List<Shown> all = new ArrayList<>();
        for (Version each : items.reversed()) {
            String cause = each.cause();
            all.add(
                    new Shown(
                            each.number(),
                            cause == null ? null : CAUSES.contains(cause) ? cause : "other",
                            all.isEmpty(),
                            each.verdict().shown(reasons, language),
                            each.maker().title(),
                            each.maker().section(),
                            Formats.day(each.decidedOn(), language)));
        }
        return all;
    }

    static Question<DecisionVersions> of(String municipality, String application) {
        return Question.get(
                Backend.GRANTS,
                DecisionVersions.class,
                ApplicationFacts.PATH + "/decision/versions",
                ApplicationFacts.at(municipality, application));
    }

    /** Corrects the decision in force, once for this key. */
    static Question<Done> correct(
            String municipality, String application, Map<String, Object> body, String key) {
        return Question.post(
                        Backend.GRANTS,
                        Done.class,
                        ApplicationFacts.PATH + "/decision/corrections",
                        ApplicationFacts.at(municipality, application),
                        body)
                .with("Idempotency-Key", key);
    }
}
