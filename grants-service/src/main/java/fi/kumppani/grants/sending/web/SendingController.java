package fi.kumppani.grants.sending.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.grants.eligibility.Reason;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.Refusal;
import fi.kumppani.grants.sending.SendElsewhere;
import fi.kumppani.grants.sending.SendingTarget;
import fi.kumppani.grants.sending.Sent;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.IdempotencyKey;

import jakarta.validation.Valid;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** One application to several municipalities. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/sendings")
class SendingController {

    private static final String SEND = "grants.application.send";

    private final SendElsewhere sendElsewhere;
    private final Callers callers;

    SendingController(SendElsewhere sendElsewhere, Callers callers) {
        this.sendElsewhere = sendElsewhere;
        this.callers = callers;
    }

    /** Begins drafts in calls of other municipalities, by mandate alone. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping
    SentView send(
            @PathVariable String id,
            @Valid @RequestBody SendingRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication original = callers.byMandate(new ApplicationId(id), user).body();
        if (original.filing().imported()) {
            throw Problems.refused(Refusal.IMPORTED);
        }
        List<Sent> sent =
                sendElsewhere.send(
                        original,
                        request.read(Tenancy.current()),
                        new Creation(key.uniqueKey(SEND), key.bodyHash()));
        if (sent.stream().anyMatch(Sent.KeyReused.class::isInstance)) {
            throw IdempotencyKey.reused();
        }
        return new SentView(sent.stream().map(OutcomeView::of).toList());
    }

    /** What came of each target, in their order. */
    record SentView(List<OutcomeView> items) {}

    /**
     * What came of one.
     *
     * @param status {@code begun}, {@code call-unknown} or {@code not-eligible}
     * @param applicationId the draft, in that municipality
     * @param reasons why the association could not apply there
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OutcomeView(
            String municipality,
            String callId,
            String status,
            @Nullable String applicationId,
            List<String> reasons) {

        static OutcomeView of(Sent sent) {
            return switch (sent) {
                case Sent.Begun(var target, var draft) ->
                        of(target, "begun", draft.value(), List.of());
                case Sent.CallUnknown(var target) -> of(target, "call-unknown", null, List.of());
                case Sent.NotEligible(var target, var reasons) ->
                        of(
                                target,
                                "not-eligible",
                                null,
                                reasons.stream().map(Reason::code).toList());
                case Sent.KeyReused _ -> throw new IllegalArgumentException("Nothing came of it");
            };
        }

        private static OutcomeView of(
                SendingTarget target,
                String status,
                @Nullable String application,
                List<String> reasons) {
            return new OutcomeView(
                    target.municipality().value(),
                    target.call().value(),
                    status,
                    application,
                    reasons);
        }
    }
}
