package fi.kumppani.grants.recovery.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.grantapplication.PowerLack;
import fi.kumppani.grants.grantapplication.verdict.MakerBody;
import fi.kumppani.grants.recovery.ClaimBack;
import fi.kumppani.grants.recovery.Hearing;
import fi.kumppani.grants.recovery.MoneyReturn;
import fi.kumppani.grants.recovery.Recovery;
import fi.kumppani.grants.recovery.RecoveryClaim;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.time.FinnishTime;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.time.LocalDate;

/** What of a paid grant is claimed back, and what came back. All of a grant's has one ETag. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/recovery")
class RecoveryController {

    private static final String CLAIM = "grants.recovery.claim";
    private static final String RETURN = "grants.recovery.return";

    private final ClaimBack claimBack;
    private final Callers callers;
    private final Clock clock;

    RecoveryController(ClaimBack claimBack, Callers callers, Clock clock) {
        this.claimBack = claimBack;
        this.callers = callers;
        this.clock = clock;
    }

    /** What is claimed back and what came back, with what is owed today. */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<RecoveryView> one(@PathVariable String id, CurrentUser user) {
        return view(callers.decided(new ApplicationId(id), user));
    }

    /** Proposes to claim something back. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping("/claims")
    ResponseEntity<RecoveryView> propose(
            @PathVariable String id,
            @Valid @RequestBody ClaimRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return answer(
                decided,
                claimBack.propose(
                        decided,
                        request.read(user.subject(), FinnishTime.today(clock)),
                        creation(CLAIM, key)));
    }

    /** What the grantee says. */
    record HearingRequest(@NotBlank @Size(max = Hearing.Offered.MOST_CHARACTERS) String answer) {

        /** Says nothing of it, so that no log does. */
        @Override
        public String toString() {
            return "HearingRequest[]";
        }
    }

    /** The grantee says something to it, in time. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/claims/{number}/hearing")
    ResponseEntity<RecoveryView> hear(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody HearingRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided =
                callers.writable(new ApplicationId(id), user)
                        .body()
                        .decided()
                        .orElseThrow(Problems::notFound);
        return answer(decided, claimBack.hear(decided, number, request.answer(), seen.version()));
    }

    /**
     * A decision.
     *
     * @param maker in which capacity
     * @param dueOn the last day to pay without interest: after today, at most a year ahead
     */
    record ClaimDecisionRequest(@NotNull @Valid MakerBody maker, @NotNull LocalDate dueOn) {}

    /** Decides it, within the power to decide; never who proposed it. */
    @OpenToRoles(Role.DECISION_MAKER)
    @PutMapping("/claims/{number}/decision")
    ResponseEntity<RecoveryView> decide(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody ClaimDecisionRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        LocalDate today = FinnishTime.today(clock);
        if (!request.dueOn().isAfter(today) || request.dueOn().isAfter(today.plusYears(1))) {
            throw Problems.invalid("dueOn", "out-of-range", "After today, at most a year ahead");
        }
        RecoveryClaim claim =
                claimBack.load(decided).body().claim(number).orElseThrow(Problems::notFound);
        claimBack
                .lack(decided, claim, request.maker().toDomain(), user.subject())
                .map(PowerLack::problem)
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
        return answer(
                decided,
                claimBack.decide(
                        decided,
                        number,
                        request.maker().toDomain(),
                        user.subject(),
                        request.dueOn(),
                        seen.version()));
    }

    /** Gives a claim up that is not decided. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/claims/{number}/dropping")
    ResponseEntity<RecoveryView> drop(
            @PathVariable String id, @PathVariable int number, IfMatch seen, CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return answer(decided, claimBack.drop(decided, number, seen.version()));
    }

    /**
     * Money that came.
     *
     * @param claim the claim it is paid on; absent when it came by the grantee's own will
     * @param amount more than nothing
     * @param receivedOn not in the future
     */
    record ReturnRequest(
            @Nullable Integer claim, @NotNull Euros amount, @NotNull LocalDate receivedOn) {}

    /** Notes money that came back; on a claim it pays interest first. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping("/returns")
    ResponseEntity<RecoveryView> note(
            @PathVariable String id,
            @Valid @RequestBody ReturnRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        if (request.amount().cents() == 0) {
            throw Problems.invalid("amount", "not-positive", "More than nothing");
        }
        if (request.receivedOn().isAfter(FinnishTime.today(clock))) {
            throw Problems.invalid("receivedOn", "in-the-future", "Not in the future");
        }
        return answer(
                decided,
                claimBack.note(
                        decided,
                        request.claim() == null ? MoneyReturn.NO_CLAIM : request.claim(),
                        request.amount(),
                        request.receivedOn(),
                        creation(RETURN, key)));
    }

    private static Creation creation(String operation, IdempotencyKey key) {
        return new Creation(key.uniqueKey(operation), key.bodyHash());
    }

    private GrantApplication.Decided handled(String id, CurrentUser user) {
        return callers.handleable(new ApplicationId(id), user)
                .body()
                .decided()
                .orElseThrow(Problems::notFound);
    }

    private ResponseEntity<RecoveryView> answer(
            GrantApplication.Decided decided, Recovery.Moved moved) {
        return switch (moved) {
            case Recovery.Moved.To _ -> view(decided);
            case Recovery.Moved.Refused(var reason) -> throw Problems.refused(reason);
            case Recovery.Moved.KeyReused _ -> throw IdempotencyKey.reused();
            case Recovery.Moved.Unknown _ -> throw Problems.notFound();
        };
    }

    private ResponseEntity<RecoveryView> view(GrantApplication.Decided decided) {
        Stored<Recovery> found = claimBack.load(decided);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(RecoveryView.of(found.body(), claim -> claimBack.owed(found.body(), claim)));
    }
}
