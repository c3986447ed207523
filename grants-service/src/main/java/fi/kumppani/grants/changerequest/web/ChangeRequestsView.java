package fi.kumppani.grants.changerequest.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.changerequest.ChangeRequest;
import fi.kumppani.grants.changerequest.ChangeRequests;
import fi.kumppani.grants.changerequest.GrantTerms;
import fi.kumppani.kit.text.LocalizedText;
import fi.kumppani.kit.text.WireCodes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What was asked about a grant.
 *
 * @param terms in force
 * @param items in the order they were asked
 */
record ChangeRequestsView(TermsBody terms, List<Item> items) {

    /**
     * One request.
     *
     * @param status open, withdrawn, refused, approved or partly-approved
     * @param ruling absent until it is decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            int number,
            String status,
            TermsBody wish,
            String reasons,
            Instant askedAt,
            @Nullable Ruling ruling) {}

    /**
     * The decision on a request.
     *
     * @param approved absent when it was refused
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Ruling(
            @Nullable TermsBody approved,
            String maker,
            @Nullable String title,
            @Nullable String section,
            LocalDate decidedOn,
            LocalizedText explanation) {}

    static ChangeRequestsView of(ChangeRequests requests, GrantTerms inForce) {
        return new ChangeRequestsView(
                TermsBody.of(inForce),
                requests.all().stream().map(ChangeRequestsView::item).toList());
    }

    private static Item item(ChangeRequest request) {
        return new Item(
                request.number(),
                request.status(),
                TermsBody.of(request.wish()),
                request.reasons(),
                request.askedAt(),
                request.ending() instanceof ChangeRequest.Ending.Ruled ruled
                        ? ruling(ruled)
                        : null);
    }

    private static Ruling ruling(ChangeRequest.Ending.Ruled ruled) {
        GrantTerms approved = ruled.approved();
        return new Ruling(
                approved == null ? null : TermsBody.of(approved),
                WireCodes.of(ruled.maker().kind()),
                ruled.maker().title(),
                ruled.maker().section(),
                ruled.decidedOn(),
                ruled.explanation());
    }
}
