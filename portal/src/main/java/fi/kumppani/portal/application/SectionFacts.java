package fi.kumppani.portal.application;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import java.util.Map;

/**
 * A section as it is answered.
 *
 * @param answers by the id of the question
 */
record SectionFacts(Map<String, Object> answers) {

    private static final String PATH = ApplicationFacts.PATH + "/sections/{section}";

    SectionFacts {
        answers = Map.copyOf(answers);
    }

    static Question<SectionFacts> one(String municipality, String application, String section) {
        return Question.get(
                Backend.GRANTS, SectionFacts.class, PATH, at(municipality, application, section));
    }

    /** Answers it anew, by whoever has seen this version. */
    static Question<SectionFacts> write(
            String municipality,
            String application,
            String section,
            Map<String, Object> answers,
            String seen) {
        return Question.put(
                        Backend.GRANTS,
                        SectionFacts.class,
                        PATH,
                        at(municipality, application, section),
                        new SectionFacts(answers))
                .with("If-Match", seen);
    }

    private static Map<String, String> at(String municipality, String application, String section) {
        return Map.of("municipality", municipality, "id", application, "section", section);
    }
}
