package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/**
 * An application among the others of its call.
 *
 * @param disqualified the ground on which the reader must keep out of it; then no more is told
 * @param associationName who applies; not told in a blind review
 * @param total the weighted score of 100, for who may read the reviews
 * @param assignee as the identity provider knows them
 * @param state how far its handling is; see {@link States}
 * @param status where the application stands
 */
record Compared(
        String applicationId,
        @Nullable String diaryNumber,
        @Nullable String disqualified,
        @Nullable LocalizedText associationName,
        @Nullable BigDecimal requested,
        @Nullable List<Past> pastGrants,
        @Nullable BigDecimal total,
        @Nullable Long reviews,
        @Nullable String assignee,
        @Nullable String state,
        @Nullable String status) {

    private static final ParameterizedTypeReference<Listing<Compared>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** What was granted for a budget year. */
    record Past(int year, BigDecimal granted) {}

    List<Past> past() {
        return Objects.requireNonNullElse(pastGrants, List.of());
    }

    /** Whether somebody has still to decide on it. */
    boolean isUndecided() {
        return States.UNDECIDED.contains(Objects.requireNonNullElse(status, ""));
    }

    /** Asks for those of a call, by number. */
    static Question<Listing<Compared>> of(String municipality, String call, String from, int most) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                WorkCall.ALL + "/{id}/comparison?sort=number",
                WorkCall.at(municipality, call),
                from,
                most);
    }
}
