package fi.kumppani.portal.grant;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A decision as grants-service tells it to everybody.
 *
 * @param associationName absent while grants-service does not know it
 * @param reasons why, in words for everybody
 */
record OpenDecisionFacts(
        String callId,
        LocalizedText callTitle,
        String diaryNumber,
        @Nullable LocalizedText associationName,
        BigDecimal requested,
        String outcome,
        BigDecimal granted,
        List<LocalizedText> reasons,
        LocalDate decidedOn) {

    private static final ParameterizedTypeReference<Listing<OpenDecisionFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Decisions a page. */
    private static final int MOST = 50;

    OpenDecisionFacts {
        reasons = List.copyOf(reasons);
    }

    /** Asks for the decisions of a budget year, from the beginning or from where a page ended. */
    static Question<Listing<OpenDecisionFacts>> ofYear(String municipality, int year, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                "/v1/municipalities/{municipality}/open-data/decisions?year={year}",
                Map.of("municipality", municipality, "year", year),
                from,
                MOST);
    }
}
