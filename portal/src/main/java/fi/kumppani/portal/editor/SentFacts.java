package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.Map;

/**
 * An issue that was sent, as the archive lists it.
 *
 * @param label its number, such as 2/2024
 * @param sentAt when sending began
 * @param recipients how many it was sent to
 * @param imported whether it was sent before this system was there
 */
record SentFacts(
        String id,
        Named list,
        String label,
        LocalizedText title,
        Instant sentAt,
        int recipients,
        boolean imported) {

    private static final ParameterizedTypeReference<Listing<SentFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** The list it went to. */
    record Named(String id, LocalizedText name) {}

    /**
     * Asks for those that were sent, the latest first.
     *
     * @param cursor where the page begins; empty for the first
     */
    static Question<Listing<SentFacts>> page(String municipality, int most, String cursor) {
        return Question.list(
                Backend.NEWSLETTER,
                LISTING,
                "/v1/municipalities/{municipality}/issues?limit={limit}"
                        + (cursor.isEmpty() ? "" : "&cursor={cursor}"),
                Map.of("municipality", municipality, "limit", most, "cursor", cursor));
    }
}
