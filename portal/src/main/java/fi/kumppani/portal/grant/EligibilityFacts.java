package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.LocalizedText;
import fi.kumppani.portal.reader.Told;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether an association could apply, as grants-service answers it.
 *
 * @param eligible whether every rule says yes
 * @param possible whether no rule says no
 * @param track {@code light} for small sums
 */
public record EligibilityFacts(boolean eligible, boolean possible, String track, List<Rule> rules) {

    private static final String PATH = "/v1/municipalities/{municipality}/calls/{id}/eligibility";

    /** Copies the rules. */
    public EligibilityFacts {
        rules = List.copyOf(rules);
    }

    /**
     * What one rule answers.
     *
     * @param answer {@code yes}, {@code no} or {@code open}
     * @param because why not
     */
    public record Rule(LocalizedText text, String answer, @Nullable LocalizedText because) {}

    /**
     * The same in words.
     *
     * @param answer {@code yes} or {@code no}, else {@code open}
     */
    public record Answered(Told text, String answer, @Nullable Told because) {}

    /** Whether the sum is so small that little has to be shown. */
    public boolean isLight() {
        return track.equals("light");
    }

    /** What each rule answers, in the order of the rules. */
    public List<Answered> told(Language language) {
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
    public static Question<EligibilityFacts> of(
            String municipality, String call, Map<String, ?> plan) {
        return Question.post(
                Backend.GRANTS,
                EligibilityFacts.class,
                PATH,
                Map.of("municipality", municipality, "id", call),
                plan);
    }

    /**
     * Asks for anybody, before any login.
     *
     * @param said what is said of an association and its plan, by parameter; empty for nothing
     * @param declared the ids of declarations that would be given
     */
    static Question<EligibilityFacts> forAnybody(
            String municipality, String call, Map<String, String> said, List<String> declared) {
        Map<String, String> variables = new TreeMap<>(said);
        StringBuilder path = new StringBuilder(PATH).append('?');
        said.keySet().stream().sorted().forEach(each -> path.append(parameter(each, each)));
        for (int i = 0; i < declared.size(); i++) {
            path.append(parameter("declared", "declared" + i));
            variables.put("declared" + i, declared.get(i));
        }
        variables.put("municipality", municipality);
        variables.put("id", call);
        return Question.get(
                Backend.GRANTS,
                EligibilityFacts.class,
                path.substring(0, path.length() - 1),
                Map.copyOf(variables));
    }

    private static String parameter(String name, String variable) {
        return name + "={" + variable + "}&";
    }
}
