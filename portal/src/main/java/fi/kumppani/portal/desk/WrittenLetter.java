package fi.kumppani.portal.desk;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.Map;

/**
 * A letter that was not sent.
 *
 * @param state {@code draft} while it can still be written
 * @param approved whether somebody who wrote none of it said that it may go out
 * @param own whether whoever asks wrote some of it
 * @param begunAt when somebody began to write it
 */
record WrittenLetter(
        String id,
        String listId,
        LocalizedText title,
        String state,
        boolean approved,
        boolean own,
        @Nullable Instant begunAt) {

    private static final String MUNICIPALITY = "/v1/municipalities/{municipality}";
    private static final ParameterizedTypeReference<Listing<WrittenLetter>> LISTING =
            new ParameterizedTypeReference<>() {};

    /**
     * The list it is for.
     *
     * @param fourEyes whether somebody else than its writers must approve each letter
     */
    record MailingList(@Nullable Boolean fourEyes) {

        boolean wantsFourEyes() {
            return Boolean.TRUE.equals(fourEyes);
        }
    }

    /** Whether it is written and nobody else has approved it. */
    boolean isUnapproved() {
        return state.equals("draft") && !approved;
    }

    /** Asks for those of a municipality, in the order they were begun. */
    static Question<Listing<WrittenLetter>> page(String municipality, String from, int most) {
        return Question.page(
                Backend.NEWSLETTER,
                LISTING,
                MUNICIPALITY + "/issue-drafts?sent=false",
                Map.of("municipality", municipality),
                from,
                most);
    }

    /** Asks for a list of letters. */
    static Question<MailingList> list(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                MailingList.class,
                MUNICIPALITY + "/lists/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
