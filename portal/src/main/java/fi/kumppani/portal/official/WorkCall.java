package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A call as those who handle its applications need it.
 *
 * @param open whether it takes applications now
 */
record WorkCall(
        String id,
        boolean open,
        LocalizedText title,
        BigDecimal budget,
        Instant closesAt,
        @Nullable Scheme scheme) {

    private static final ParameterizedTypeReference<Listing<WorkCall>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Where the calls of a municipality are. */
    static final String ALL = "/v1/municipalities/{municipality}/calls";

    /** By which grounds it grants. */
    record Scheme(@Nullable List<Criterion> criteria) {}

    /**
     * What applications are scored by.
     *
     * @param weight of 100
     * @param mostPoints that a reviewer can give; null for the usual five
     */
    record Criterion(String id, LocalizedText text, int weight, @Nullable Integer mostPoints) {

        private static final int USUAL_POINTS = 5;

        int most() {
            return Objects.requireNonNullElse(mostPoints, USUAL_POINTS);
        }
    }

    List<Criterion> criteria() {
        return scheme == null || scheme.criteria() == null ? List.of() : scheme.criteria();
    }

    static Question<Listing<WorkCall>> announced(String municipality, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                ALL + "/announced",
                Map.of("municipality", municipality),
                from,
                WholeList.AT_ONCE);
    }

    static Question<WorkCall> one(String municipality, String id) {
        return Question.get(Backend.GRANTS, WorkCall.class, ALL + "/{id}", at(municipality, id));
    }

    /** Which one of which municipality, for {@link #ALL}{@code /{id}}. */
    static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }
}
