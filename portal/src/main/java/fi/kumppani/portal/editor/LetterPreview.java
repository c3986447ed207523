package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.springframework.http.HttpHeaders;

/**
 * A letter as a reader gets it.
 *
 * @param subject its subject
 * @param html its HTML part, a whole document
 * @param text its plain text part
 */
record LetterPreview(String subject, String html, String text) {

    /** Whom a test letter is sent to. */
    record Wish(String email, String language) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Wish[]";
        }
    }

    /** What became of it. */
    record Tried(String status) {}

    /** Asks what a reader of the language gets. */
    static Question<LetterPreview> in(String language, String municipality, String id) {
        return Question.get(
                        Backend.NEWSLETTER,
                        LetterPreview.class,
                        DraftFacts.PATH + "/preview",
                        DraftFacts.at(municipality, id))
                .with(HttpHeaders.ACCEPT_LANGUAGE, language);
    }

    /** Sends it to one address at once. */
    static Question<Tried> send(String municipality, String id, Wish wish) {
        return Question.post(
                Backend.NEWSLETTER,
                Tried.class,
                DraftFacts.PATH + "/test-letters",
                DraftFacts.at(municipality, id),
                wish);
    }
}
