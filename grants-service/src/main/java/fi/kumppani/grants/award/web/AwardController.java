package fi.kumppani.grants.award.web;

import fi.kumppani.grants.award.AnswerAward;
import fi.kumppani.grants.award.Award;
import fi.kumppani.grants.award.Receipts;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** What was granted, and what its grantee says to it. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/award")
class AwardController {

    private final AnswerAward answerAward;
    private final Callers callers;
    private final Clock clock;

    AwardController(AnswerAward answerAward, Callers callers, Clock clock) {
        this.answerAward = answerAward;
        this.callers = callers;
        this.clock = clock;
    }

    /** What was granted and how it stands; nothing for what was refused. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<AwardView> one(@PathVariable String id, CurrentUser user) {
        GrantApplication.Decided decided = callers.decided(new ApplicationId(id), user);
        if (decided.decision().granted().cents() == 0) {
            throw Problems.notFound();
        }
        return view(decided, answerAward.load(decided));
    }

    /** Accepts it with its conditions, in time. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/acceptance")
    ResponseEntity<AwardView> accept(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        return answered(decided, answerAward.accept(decided, user.subject(), seen.version()));
    }

    /** Declines it. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/refusal")
    ResponseEntity<AwardView> decline(@PathVariable String id, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = writable(id, user);
        return answered(decided, answerAward.decline(decided, user.subject(), seen.version()));
    }

    /**
     * The costs whose receipts are approved.
     *
     * @param receivedOn the day the receipts arrived; today when absent
     */
    record ReceiptsRequest(@NotNull Euros costs, @Nullable LocalDate receivedOn) {}

    /**
     * States which costs the receipts show of what is paid afterwards; anew until it is paid. Those
     * that arrived after the call's last day for receipts are not handled.
     */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PutMapping("/receipts")
    ResponseEntity<AwardView> approve(
            @PathVariable String id,
            @Valid @RequestBody ReceiptsRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToHandle(new ApplicationId(id), user);
        LocalDate today = FinnishTime.today(clock);
        LocalDate received = Objects.requireNonNullElse(request.receivedOn(), today);
        if (received.isAfter(today)) {
            throw Problems.invalid("receivedOn", "in-the-future", "Not in the future");
        }
        var receipts =
                new Receipts(
                        request.costs(),
                        received,
                        user.subject(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return answered(decided, answerAward.approve(decided, receipts, seen.version()));
    }

    private GrantApplication.Decided writable(String id, CurrentUser user) {
        return callers.decidedToWrite(new ApplicationId(id), user);
    }

    private ResponseEntity<AwardView> answered(
            GrantApplication.Decided decided, AnswerAward.Result result) {
        return switch (result) {
            case AnswerAward.Result.Kept(var award) -> view(decided, award);
            case AnswerAward.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }

    private ResponseEntity<AwardView> view(GrantApplication.Decided decided, Stored<Award> award) {
        return ResponseEntity.ok()
                .eTag(ETags.of(award.version()))
                .body(
                        AwardView.of(
                                award.body(),
                                decided.decision().granted(),
                                answerAward.acceptUntil(decided).orElse(null),
                                answerAward.scheme(decided).acceptance().conditions(),
                                answerAward.scheme(decided).receiptsBy()));
    }
}
