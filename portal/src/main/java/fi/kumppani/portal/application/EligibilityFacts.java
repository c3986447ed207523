package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Whether an association could apply, as grants-service answers it.
 *
 * @param eligible whether every rule says yes
 * @param possible whether no rule says no
 * @param track {@code light} for small sums
 */
record EligibilityFacts(boolean eligible, boolean possible, String track, List<Rule> rules) {

    EligibilityFacts {
        rules = List.copyOf(rules);
    }

    /**
     * What one rule answers.
     *
     * @param answer {@code yes}, {@code no} or {@code open}
     * @param because why not
     */
    record Rule(LocalizedText text, String answer, @Nullable LocalizedText because) {}

    /**
     * The same in words.
     *
     * @param answer {@code yes} or {@code no}, else {@code open}
     */
    record Answered(Told text, String answer, @Nullable Told because) {}

    boolean isLight() {
        return track.equals("light");
    }

    List<Answered> told(Language language) {
        return rules.stream()
                .map(
                        rule ->
                                new Answered(
                                        rule.text().told(language),
                                        rule.answer().equals("yes") || rule.answer().equals("no")
                                                ? rule.answer()
                                                : "open",
                                        LocalizedText.maybe(rule.because(), language)))
                .toList();
    }

    /**
     * Asks.
     *
     * @param plan the association, and what is known of the plan so far
     */
    static Question<EligibilityFacts> of(String municipality, String call, Map<String, ?> plan) {
        return Question.post(
                Backend.GRANTS,
                EligibilityFacts.class,
                "/v1/municipalities/{municipality}/calls/{id}/eligibility",
                Map.of("municipality", municipality, "id", call),
                plan);
    }
}
