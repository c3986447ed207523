package fi.kumppani.events.registration.persistence;

import fi.kumppani.kit.confidential.Confidential;

import java.util.List;
import java.util.Map;

/**
 * What somebody needs, kept apart from their registration under the same id.
 *
 * @param answers by the id of the question
 */
record NeedsDocument(Map<String, List<Confidential>> answers) {

    static NeedsDocument from(Map<String, List<String>> needs) {
        return new NeedsDocument(AnswersDocument.from(needs));
    }

    Map<String, List<String>> toDomain() {
        return AnswersDocument.toDomain(answers);
    }
}
