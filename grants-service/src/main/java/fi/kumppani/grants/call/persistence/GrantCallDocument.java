package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.grants.call.Round;
import fi.kumppani.grants.scheme.Scheme;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A call as it is kept.
 *
 * @param rounds absent in calls from before there were any
 * @param scheme absent likewise
 * @param publishAt when a draft is published by itself
 * @param publishedAt absent while it is a draft
 * @param remindedOf the closing that owners of drafts were told of last
 * @param closedAt absent until it is closed
 * @param importKey absent unless it was imported
 */
record GrantCallDocument(
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        int year,
        long budgetCents,
        long capCents,
        List<String> eligibleForms,
        Instant opensAt,
        Instant closesAt,
        @Nullable List<RoundPart> rounds,
        @Nullable SchemeDocument scheme,
        @Nullable Instant publishAt,
        @Nullable Instant publishedAt,
        @Nullable Instant remindedOf,
        @Nullable Instant closedAt,
        @Nullable String importKey) {

    static final String DRAFT = "draft";
    static final String SCHEDULED = "scheduled";
    static final String PUBLISHED = "published";
    static final String CLOSED = "closed";
    static final String IMPORTED = "imported";

    /** A part of the window. */
    record RoundPart(
            @Nullable LocalizedText name,
            Instant opensAt,
            Instant closesAt,
            boolean onlyIfMoneyIsLeft) {

        static RoundPart from(Round round) {
            return new RoundPart(
                    round.name(),
                    round.window().opensAt(),
                    round.window().closesAt(),
                    round.onlyIfMoneyIsLeft());
        }

        Round toDomain() {
            return new Round(name, new ApplicationWindow(opensAt, closesAt), onlyIfMoneyIsLeft);
        }
    }

    static GrantCallDocument from(GrantCall call) {
        return switch (call) {
            case GrantCall.Draft(_, var terms, var publishAt) ->
                    from(terms, publishAt, null, null, null, null);
            case GrantCall.Published(
                            _,
                            var terms,
                            var publishedAt,
                            var importKey,
                            var remindedOf) ->
                    from(terms, null, publishedAt, remindedOf, null, importKey);
            case GrantCall.Closed(_, var terms, var publishedAt, var closedAt) ->
                    from(terms, null, publishedAt, null, closedAt, null);
        };
    }

    private static GrantCallDocument from(
            CallTerms terms,
            @Nullable Instant publishAt,
            @Nullable Instant publishedAt,
            @Nullable Instant remindedOf,
            @Nullable Instant closedAt,
            @Nullable String importKey) {
        return new GrantCallDocument(
                terms.title(),
                terms.description(),
                terms.criteria(),
                terms.year(),
                terms.budget().cents(),
                terms.capPerApplication().cents(),
                terms.eligibleForms().stream().map(AssociationForm::code).sorted().toList(),
                terms.window().opensAt(),
                terms.window().closesAt(),
                terms.rounds().stream().map(RoundPart::from).toList(),
                SchemeDocument.from(terms.scheme()),
                publishAt,
                publishedAt,
                remindedOf,
                closedAt,
                importKey);
    }

    GrantCall toDomain(String id) {
        CallId callId = new CallId(id);
        var terms =
                new CallTerms(
                        title,
                        description,
                        criteria,
                        year,
                        new Euros(budgetCents),
                        new Euros(capCents),
                        eligibleForms.stream()
                                .map(code -> AssociationForm.ofCode(code).orElseThrow())
                                .collect(Collectors.toUnmodifiableSet()),
                        new ApplicationWindow(opensAt, closesAt),
                        Objects.requireNonNullElse(rounds, List.<RoundPart>of()).stream()
                                .map(RoundPart::toDomain)
                                .toList(),
                        scheme == null ? Scheme.PLAIN : scheme.toDomain());
        if (publishedAt == null) {
            return new GrantCall.Draft(callId, terms, publishAt);
        }
        return closedAt == null
                ? new GrantCall.Published(callId, terms, publishedAt, importKey, remindedOf)
                : new GrantCall.Closed(callId, terms, publishedAt, closedAt);
    }

    /** Where it stands: what a job looks for that publishes and closes on time. */
    String state() {
        if (importKey != null) {
            return IMPORTED;
        }
        if (publishedAt == null) {
            return publishAt == null ? DRAFT : SCHEDULED;
        }
        return closedAt == null ? PUBLISHED : CLOSED;
    }
}
