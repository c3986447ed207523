package fi.kumppani.grants.call.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A call as it is read.
 *
 * @param status one of draft, published and closed
 * @param open whether it takes applications at this moment
 * @param publishAt when a draft is published by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CallView(
        String id,
        String status,
        boolean open,
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable LocalizedText criteria,
        int year,
        Euros budget,
        Euros capPerApplication,
        List<String> eligibleForms,
        Instant opensAt,
        Instant closesAt,
        List<RoundBody> rounds,
        SchemeBody scheme,
        @Nullable Instant publishAt,
        boolean imported) {

    static CallView of(GrantCall call, Instant now) {
        return switch (call) {
            case GrantCall.Draft draft -> of(draft, "draft", false, draft.publishAt(), false);
            case GrantCall.Published published ->
                    of(
                            published,
                            "published",
                            !published.isImported() && published.terms().isOpen(now),
                            null,
                            published.isImported());
            case GrantCall.Closed closed -> of(closed, "closed", false, null, false);
        };
    }

    private static CallView of(
            GrantCall call,
            String status,
            boolean open,
            @Nullable Instant publishAt,
            boolean imported) {
        CallTerms terms = call.terms();
        return new CallView(
                call.id().value(),
                status,
                open,
                terms.title(),
                terms.description(),
                terms.criteria(),
                terms.year(),
                terms.budget(),
                terms.capPerApplication(),
                terms.eligibleForms().stream().map(AssociationForm::code).sorted().toList(),
                terms.window().opensAt(),
                terms.window().closesAt(),
                terms.rounds().stream().map(RoundBody::of).toList(),
                SchemeBody.of(terms.scheme()),
                publishAt,
                imported);
    }
}
