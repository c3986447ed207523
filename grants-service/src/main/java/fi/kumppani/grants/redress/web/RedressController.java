package fi.kumppani.grants.redress.web;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.redress.Finality;
import fi.kumppani.grants.redress.HandleRedress;
import fi.kumppani.grants.redress.Objection;
import fi.kumppani.grants.redress.Redress;
import fi.kumppani.grants.redress.RedressCase;
import fi.kumppani.grants.redress.RuleOnCase;
import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.text.WireCodes;
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
import org.springframework.http.HttpStatus;
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
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Claims for a revised decision, matters that a board takes up, and appeals to a court. All of an
 * application's have one ETag; before there is anything it is in version 0.
 */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/decision/redress")
class RedressController {

    private static final String CLAIM = "grants.redress.claim";
    private static final String OWN_CLAIM = "grants.redress.own-claim";
    private static final String TAKE_UP = "grants.redress.take-up";

    private final HandleRedress redress;
    private final RuleOnCase ruleOnCase;
    private final Finality finality;
    private final Callers callers;
    private final Clock clock;

    RedressController(
            HandleRedress redress,
            RuleOnCase ruleOnCase,
            Finality finality,
            Callers callers,
            Clock clock) {
        this.redress = redress;
        this.ruleOnCase = ruleOnCase;
        this.finality = finality;
        this.callers = callers;
        this.clock = clock;
    }

    /** What was done about the decision, for those who handle it. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @GetMapping
    ResponseEntity<RedressView> one(@PathVariable String id, CurrentUser user) {
        return view(handled(id, user));
    }

    /** Takes in a claim that arrived. */
    @OpenToRoles(Role.GRANT_OFFICER)
    @PostMapping("/claims")
    ResponseEntity<RedressView> claim(
            @PathVariable String id,
            @Valid @RequestBody ClaimRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return answer(
                decided,
                redress.receive(
                        decided,
                        request.by().kind(),
                        request.arrivedOn(),
                        request.claim(),
                        creation(CLAIM, key)),
                "arrivedOn");
    }

    /**
     * What the party claims.
     *
     * @param claimant who signs, and where the ruling is sent
     * @param text what is claimed and why
     */
    record OwnClaimRequest(
            @NotBlank @Size(max = RedressCase.Claim.MOST_CHARACTERS_OF_CLAIMANT) String claimant,
            @NotBlank @Size(max = RedressCase.Claim.MOST_CHARACTERS) String text) {}

    /**
     * That the party's claim arrived.
     *
     * @param number under which
     * @param late whether its time was over by then
     */
    record Received(int number, LocalDate arrivedOn, boolean late, String hearer) {}

    /** The party claims a revised decision; it arrives now. */
    @OpenToSignedIn(byMandate = true)
    @PostMapping("/own-claims")
    ResponseEntity<Received> claim(
            @PathVariable String id,
            @Valid @RequestBody OwnClaimRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = callers.decidedToClaim(new ApplicationId(id), user);
        HandleRedress.Result result =
                redress.receive(
                        decided,
                        RedressCase.Kind.PARTY_CLAIM,
                        FinnishTime.today(clock),
                        new RedressCase.Claim(request.claimant(), request.text()),
                        creation(OWN_CLAIM, key));
        RedressCase kept = Objects.requireNonNull(done(result, "text"));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new Received(kept.number(), kept.arrivedOn(), kept.late(), kept.hearer()));
    }

    /**
     * That a body took the decision up.
     *
     * @param takenOn the day
     * @param body which one, such as {@code kunnanhallitus}, as the administrative rules name it
     */
    record TakeUpRequest(@NotNull LocalDate takenOn, @NotBlank @Size(max = 120) String body) {}

    /** States that a board or the executive took the decision up, by whoever records for it. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PostMapping("/taken-up")
    ResponseEntity<RedressView> takeUp(
            @PathVariable String id,
            @Valid @RequestBody TakeUpRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return answer(
                decided,
                redress.takeUp(
                        decided,
                        request.takenOn(),
                        request.body(),
                        user.subject(),
                        creation(TAKE_UP, key)),
                "takenOn");
    }

    /** Records what the board ruled; the same again is answered the same. */
    @OpenToRoles(Role.DECISION_MAKER)
    @PutMapping("/cases/{number}/ruling")
    ResponseEntity<RedressView> rule(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody RulingRequest request,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        HandleRedress.Result result =
                ruleOnCase
                        .rule(decided, number, request.order(), user.subject())
                        .orElseThrow(Problems::notFound);
        return answer(handled(id, user), result, "outcome");
    }

    /** The day on which who claimed knew of the ruling. */
    record KnownRequest(@NotNull LocalDate knownOn) {}

    /** States when who claimed knew of the ruling. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/cases/{number}/ruling/notification")
    ResponseEntity<RedressView> told(
            @PathVariable String id,
            @PathVariable int number,
            @Valid @RequestBody KnownRequest request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        return answer(
                decided,
                redress.told(decided, number, request.knownOn(), OptionalLong.of(seen.version()))
                        .orElseThrow(Problems::notFound),
                "knownOn");
    }

    /** States that the decision was appealed to a court, or that the court's ruling is final. */
    @OpenToRoles({Role.GRANT_OFFICER, Role.DECISION_MAKER})
    @PutMapping("/court-appeal")
    ResponseEntity<RedressView> appealed(
            @PathVariable String id,
            @Valid @RequestBody CourtAppealBody request,
            IfMatch seen,
            CurrentUser user) {
        GrantApplication.Decided decided = handled(id, user);
        var appeal = new Redress.CourtAppeal(request.filedOn(), request.endedOn());
        return answer(
                decided,
                redress.appealed(decided, appeal, OptionalLong.of(seen.version())),
                request.endedOn() == null ? "filedOn" : "endedOn");
    }

    private GrantApplication.Decided handled(String id, CurrentUser user) {
        return callers.decidedToHandle(new ApplicationId(id), user);
    }

    private ResponseEntity<RedressView> answer(
            GrantApplication.Decided decided, HandleRedress.Result result, String field) {
        var _ = done(result, field);
        return view(decided);
    }

    private static @Nullable RedressCase done(HandleRedress.Result result, String field) {
        return switch (result) {
            case HandleRedress.Result.Done(var kept) -> kept;
            case HandleRedress.Result.Refused(var objection) -> throw problem(objection, field);
            case HandleRedress.Result.NotRevised(var reason) -> throw Problems.refused(reason);
            case HandleRedress.Result.Powerless(var why) -> throw why.problem();
            case HandleRedress.Result.KeyReused _ -> throw IdempotencyKey.reused();
            case HandleRedress.Result.Disqualified(var why) -> throw why.problem();
        };
    }

    private static Creation creation(String operation, IdempotencyKey key) {
        return new Creation(key.uniqueKey(operation), key.bodyHash());
    }

    private static Problem problem(Objection objection, String field) {
        return switch (objection) {
            case IN_THE_FUTURE -> invalid(field, objection, "Not in the future");
            case BEFORE_DECISION -> invalid(field, objection, "Not before the decision");
            case BEFORE_RULING -> invalid(field, objection, "Not before the ruling");
            case BEFORE_FILING -> invalid(field, objection, "Not before it was filed");
            case TOO_LATE ->
                    invalid(field, objection, "Only while the decision can be claimed against");
            case LATE_CLAIM -> invalid(field, objection, "What was late is not examined");
            case OWN_BOARD ->
                    invalid("body", objection, "No board takes up what it decided itself");
            case RULED, NOT_RULED, OWN_DECISION -> Problems.refused(objection);
        };
    }

    private static Problem invalid(String field, Objection objection, String why) {
        return Problems.invalid(field, WireCodes.of(objection), why);
    }

    private ResponseEntity<RedressView> view(GrantApplication.Decided decided) {
        Stored<Redress> found = redress.of(decided);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(found.version()))
                .body(
                        RedressView.of(
                                found.body(),
                                finality.finalFrom(decided, found.body()).orElse(null)));
    }
}
