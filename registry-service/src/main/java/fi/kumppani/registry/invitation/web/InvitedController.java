package fi.kumppani.registry.invitation.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.OpenToSignedLink;
import fi.kumppani.kit.security.RateLimited;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.registry.invitation.AcceptInvitation;
import fi.kumppani.registry.invitation.AcceptInvitation.Result;
import fi.kumppani.registry.invitation.Invitation;
import fi.kumppani.registry.invitation.InvitationLinks;
import fi.kumppani.registry.invitation.Offer;
import fi.kumppani.registry.invitation.Refusal;
import fi.kumppani.registry.mandate.MandateModule;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.Clock;
import java.util.List;

/** What the link of an invitation opens: its token comes in the header {@value #TOKEN}. */
@RestController
@RequestMapping("/v1/municipalities/{code}/invitations/{id}")
class InvitedController {

    private static final String TOKEN = "X-Link-Token";

    private final InvitationLinks links;
    private final AcceptInvitation acceptInvitation;
    private final Clock clock;

    InvitedController(InvitationLinks links, AcceptInvitation acceptInvitation, Clock clock) {
        this.links = links;
        this.acceptInvitation = acceptInvitation;
        this.clock = clock;
    }

    /** What was accepted. */
    record AcceptedView(String id, String associationId, List<String> modules) {}

    /** What one is invited to; looking at it changes nothing. */
    @OpenToSignedLink
    @RateLimited
    @GetMapping("/offer")
    ResponseEntity<InvitationView> see(
            @PathVariable String code,
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(InvitationView.ofLink(open(id, token).body(), clock.instant()));
    }

    /**
     * Gives the rights to whoever is signed in and holds the link: once, and to the same person
     * again without change. Their token needs the role, but not the municipality: who has just got
     * an account has none, and the link names it.
     */
    @OpenToSignedIn(byMandate = true)
    @RateLimited
    @PutMapping("/acceptance")
    ResponseEntity<AcceptedView> accept(
            @PathVariable String code,
            @PathVariable String id,
            @RequestHeader(name = TOKEN, required = false) @Nullable String token,
            CurrentUser user) {
        String opened = open(id, token).id();
        if (!user.hasAnyOf(Role.ASSOCIATION_REPRESENTATIVE)) {
            throw Problems.missingRole();
        }
        return switch (acceptInvitation.accept(opened, user.subject())) {
            case Result.Done(Offer offer) ->
                    ResponseEntity.ok(
                            new AcceptedView(
                                    offer.id(),
                                    offer.associationId(),
                                    offer.modules().stream().map(MandateModule::code).toList()));
            case Result.Refused(Refusal refusal) -> throw Problems.refused(refusal);
            case Result.Unknown _ -> throw Problems.notFound();
        };
    }

    private Stored<Invitation> open(String id, @Nullable String token) {
        if (token == null) {
            throw Problems.notFound();
        }
        return links.open(id, token).orElseThrow(Problems::notFound);
    }
}
