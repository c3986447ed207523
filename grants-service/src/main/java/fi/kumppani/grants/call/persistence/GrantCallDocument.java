package fi.kumppani.grants.call.persistence;

import fi.kumppani.grants.applicant.AssociationForm;
import fi.kumppani.grants.call.ApplicationWindow;
import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.call.CallTerms;
import fi.kumppani.grants.call.GrantCall;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A call as it is kept.
 *
 * @param publishedAt absent while it is a draft
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
        @Nullable Instant publishedAt,
        @Nullable String importKey) {

    static GrantCallDocument from(GrantCall call) {
        return switch (call) {
            case GrantCall.Draft draft -> from(draft.terms(), null, null);
            case GrantCall.Published published ->
                    from(published.terms(), published.publishedAt(), published.importKey());
        };
    }

    private static GrantCallDocument from(
            CallTerms terms, @Nullable Instant publishedAt, @Nullable String importKey) {
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
                publishedAt,
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
                        new ApplicationWindow(opensAt, closesAt));
        return publishedAt == null
                ? new GrantCall.Draft(callId, terms)
                : new GrantCall.Published(callId, terms, publishedAt, importKey);
    }

    boolean isOpen(Instant now) {
        return publishedAt != null
                && importKey == null
                && !now.isBefore(opensAt)
                && now.isBefore(closesAt);
    }
}
