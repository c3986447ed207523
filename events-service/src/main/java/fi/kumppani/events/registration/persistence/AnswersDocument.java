package fi.kumppani.events.registration.persistence;

import fi.kumppani.kit.confidential.Confidential;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers to questions as they are kept: what people said in their own words, and what they chose.
 */
final class AnswersDocument {

    private AnswersDocument() {}

    static Map<String, List<Confidential>> from(Map<String, List<String>> answers) {
        Map<String, List<Confidential>> kept = new LinkedHashMap<>();
        answers.forEach(
                (question, said) ->
                        kept.put(question, said.stream().map(Confidential::new).toList()));
        return kept;
    }

    static Map<String, List<String>> toDomain(Map<String, List<Confidential>> kept) {
        Map<String, List<String>> answers = new LinkedHashMap<>();
        kept.forEach(
                (question, said) ->
                        answers.put(question, said.stream().map(Confidential::text).toList()));
        return answers;
    }
}
