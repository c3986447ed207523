package fi.kumppani.registry.invitation.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.store.Creation;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IdempotencyKey;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.Invitations;
import fi.kumppani.registry.invitation.InviteRepresentative;
import fi.kumppani.registry.invitation.InviteRepresentative.Result;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.invitation.Refusal;
import fi.kumppani.registry.invitation.WithdrawInvitation;
import fi.kumppani.registry.mandate.Actor;
import fi.kumppani.registry.mandate.MandateModule;
import fi.kumppani.registry.mandate.RightsKeepers;

import jakarta.validation.Valid;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Invitations to act for an association: for coordinators of the municipality, and for its main
 * users.
 */
@RestController
@RequestMapping("/v1/municipalities/{code}/invitations")
class InvitationController {

    private static final long FIRST_VERSION = 1;

    private final InviteRepresentative inviteRepresentative;
    private final WithdrawInvitation withdrawInvitation;
    private final Invitations invitations;
    private final RightsKeepers rightsKeepers;
    private final Clock clock;

    InvitationController(
            InviteRepresentative inviteRepresentative,
            WithdrawInvitation withdrawInvitation,
            Invitations invitations,
            RightsKeepers rightsKeepers,
            Clock clock) {
        this.inviteRepresentative = inviteRepresentative;
        this.withdrawInvitation = withdrawInvitation;
        this.invitations = invitations;
        this.rightsKeepers = rightsKeepers;
        this.clock = clock;
    }

    /** What is fixed since it was made, so that a repeated request is answered the same. */
    record MadeView(String id, String associationId, List<String> modules, Instant expiresAt) {}

    /**
     * Those of an association that can still be accepted, all on one page.
     *
     * @param association its id
     */
    @OpenToSignedIn(byMandate = true)
    @GetMapping
    ResponseEntity<Page<InvitationView>> list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String association,
            CurrentUser user) {
        var _ = actor(user, association);
        Instant now = clock.instant();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(
                        new Page<>(
                                withdrawInvitation.openOf(association).stream()
                                        .map(stored -> InvitationView.of(stored.body(), now))
                                        .toList(),
                                null));
    }

    @OpenToSignedIn(byMandate = true)
    @GetMapping("/{id}")
    ResponseEntity<InvitationView> read(
            @PathVariable String code, @PathVariable String id, CurrentUser user) {
        return answer(found(id, user));
    }

    /** Invites somebody; the mail leaves by itself. */
    @OpenToSignedIn(byMandate = true)
    @RateLimited
    @PostMapping
    ResponseEntity<MadeView> invite(
            @PathVariable String code,
            @Valid @RequestBody InvitationRequest request,
            IdempotencyKey key,
            CurrentUser user) {
        Actor by = actor(user, request.associationId());
        InvitationRequest.Read asked = request.read();
        var creation = new Creation(key.uniqueKey("registry.invitation.make"), key.bodyHash());
        return switch (inviteRepresentative.invite(
                request.associationId(), asked.modules(), asked.invitee(), by, creation)) {
            case Result.Done(Offer offer) -> made(offer);
            case Result.KeyReused _ -> throw IdempotencyKey.reused();
            case Result.UnknownAssociation _ ->
                    throw Problems.invalid(
                            "associationId", "unknown", "There is no such association here");
            case Result.Refused(Refusal refusal) -> throw Problems.refused(refusal);
        };
    }

    /** Takes an open one back; what is not open any more stays as it is. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{id}/withdrawal")
    ResponseEntity<InvitationView> withdraw(
            @PathVariable String code, @PathVariable String id, IfMatch seen, CurrentUser user) {
        return withdrawInvitation
                .withdraw(found(id, user).id(), seen.version())
                .map(this::answer)
                .orElseThrow(Problems::notFound);
    }

    /** One that whoever asks may see; whether there is one is not told to others. */
    private Stored<Invitation> found(String id, CurrentUser user) {
        Optional<Stored<Invitation>> found = invitations.find(id);
        var _ = actor(user, found.map(each -> each.body().offer().associationId()).orElse(""));
        return found.orElseThrow(Problems::notFound);
    }

    private Actor actor(CurrentUser user, String association) {
        return rightsKeepers
                .actor(user, association)
                .orElseThrow(
                        () ->
                                user.actsIn(Tenancy.current())
                                        ? Problems.missingRole()
                                        : Problems.notFound());
    }

    private static ResponseEntity<MadeView> made(Offer offer) {
        URI location =
                URI.create(
                        "/v1/municipalities/" + Tenancy.current() + "/invitations/" + offer.id());
        return ResponseEntity.created(location)
                .eTag(ETags.of(FIRST_VERSION))
                .body(
                        new MadeView(
                                offer.id(),
                                offer.associationId(),
                                offer.modules().stream().map(MandateModule::code).toList(),
                                offer.expiresAt()));
    }

    private ResponseEntity<InvitationView> answer(Stored<Invitation> invitation) {
        return ResponseEntity.ok()
                .eTag(ETags.of(invitation.version()))
                .cacheControl(CacheControl.noStore())
                .body(InvitationView.of(invitation.body(), clock.instant()));
    }
}
