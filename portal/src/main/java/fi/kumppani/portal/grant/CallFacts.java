package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

/**
 * A call for applications, as grants-service tells it.
 *
 * @param id its id
 * @param title its title
 * @param budget euros for all awards together
 * @param capPerApplication the most euros for one application
 * @param closesAt until when it takes applications
 */
public record CallFacts(
        String id,
        LocalizedText title,
        BigDecimal budget,
        BigDecimal capPerApplication,
        Instant closesAt) {

    private static final ParameterizedTypeReference<Listing<CallFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Asks for the calls of a municipality that are open now. */
    public static Question<Listing<CallFacts>> open(String municipality, int most) {
        return Question.list(
                Backend.GRANTS,
                LISTING,
                "/v1/municipalities/{municipality}/calls?limit={limit}",
                Map.of("municipality", municipality, "limit", most));
    }
}
