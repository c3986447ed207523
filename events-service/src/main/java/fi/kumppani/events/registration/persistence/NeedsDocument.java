package fi.kumppani.events.registration.persistence;

import java.util.List;
import java.util.Map;

/**
 * What somebody needs, kept apart from their registration under the same id.
 *
 * @param answers by the id of the question
 */
record NeedsDocument(Map<String, List<String>> answers) {

    /** Says nothing of the person, so that no log does. */
    @Override
    public String toString() {
        return "NeedsDocument[]";
    }
}
