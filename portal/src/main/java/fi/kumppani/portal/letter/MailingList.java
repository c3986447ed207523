package fi.kumppani.portal.letter;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A list one can subscribe to, as newsletter-service tells it.
 *
 * @param id its id
 * @param name what it is called
 * @param areas the areas its readers can choose among; absent or empty when they are not asked
 * @param consent what one agrees to; absent in lists of lists
 */
record MailingList(
        String id, LocalizedText name, @Nullable List<Area> areas, @Nullable Consent consent) {

    private static final ParameterizedTypeReference<Listing<MailingList>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** A part of the municipality that one can want to hear of. */
    record Area(String code, LocalizedText name) {}

    /** The areas one can choose among; none when one is not asked. */
    List<Area> offered() {
        return areas == null ? List.of() : areas;
    }

    /** Those that were found. */
    static Stream<MailingList> in(Answer<Listing<MailingList>> answer) {
        return answer.found().stream().flatMap(listing -> listing.items().stream());
    }

    /**
     * What one agrees to.
     *
     * @param version which text it is
     * @param text in the language that was asked for
     */
    record Consent(String version, Text text) {}

    /** A text with its language. */
    record Text(String text, String lang) {}

    static Question<Listing<MailingList>> all(String municipality) {
        return Question.list(
                Backend.NEWSLETTER,
                LISTING,
                "/v1/municipalities/{municipality}/lists",
                Map.of("municipality", municipality));
    }

    static Question<MailingList> one(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                MailingList.class,
                "/v1/municipalities/{municipality}/lists/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
