package fi.kumppani.portal.official;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;

/**
 * An application in the list of its call.
 *
 * @param status where it stands; null for who must keep out of it
 * @param disqualified the ground on which the reader must keep out of it
 */
record Arrived(
        String id,
        @Nullable String status,
        @Nullable Instant submittedAt,
        @Nullable String disqualified) {

    private static final ParameterizedTypeReference<Listing<Arrived>> LISTING =
            new ParameterizedTypeReference<>() {};

    static Question<Listing<Arrived>> of(String municipality, String call, String from) {
        return Question.page(
                Backend.GRANTS,
                LISTING,
                WorkCall.ALL + "/{id}/applications",
                WorkCall.at(municipality, call),
                from,
                WholeList.AT_ONCE);
    }
}
