package fi.kumppani.registry.network.web;

import com.fasterxml.jackson.annotation.JsonInclude;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToAll;
import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.store.Stored;
import fi.kumppani.kit.tenancy.Tenancy;
import fi.kumppani.kit.web.Cursor;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;
import fi.kumppani.kit.web.Page;
import fi.kumppani.registry.association.Representatives;
import fi.kumppani.registry.network.KeepMemberships;
import fi.kumppani.registry.network.Membership;
import fi.kumppani.registry.network.MembershipId;
import fi.kumppani.registry.network.Memberships;
import fi.kumppani.registry.network.Networks;
import fi.kumppani.registry.network.Outcome;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is a member of a network. Members are public; who asks to be one, and who was one, is seen by
 * coordinators of the municipality and by the association itself.
 */
@RestController
@RequestMapping("/v1/municipalities/{code}/networks/{network}/memberships")
class MembershipController {

    private final KeepMemberships keepMemberships;
    private final Networks networks;
    private final Memberships memberships;
    private final Representatives representatives;

    MembershipController(
            KeepMemberships keepMemberships,
            Networks networks,
            Memberships memberships,
            Representatives representatives) {
        this.keepMemberships = keepMemberships;
        this.networks = networks;
        this.memberships = memberships;
        this.representatives = representatives;
    }

    /**
     * What an official says of a membership.
     *
     * @param since the first day, in Europe/Helsinki; when absent today, or what it is already
     */
    record AdmissionRequest(@Nullable LocalDate since) {}

    /**
     * A membership.
     *
     * @param status {@code asked}, {@code member} or {@code ended}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MembershipView(
            String networkId,
            String associationId,
            String status,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {

        static MembershipView of(Membership membership) {
            String network = membership.id().network();
            String association = membership.id().association();
            return switch (membership) {
                case Membership.Asked asked ->
                        new MembershipView(
                                network, association, "asked", asked.askedOn(), null, null);
                case Membership.Member member ->
                        new MembershipView(
                                network, association, "member", null, member.since(), null);
                case Membership.Ended ended ->
                        new MembershipView(
                                network,
                                association,
                                "ended",
                                null,
                                ended.since().orElse(null),
                                ended.until());
            };
        }
    }

    /** The members; for coordinators also who asked and who was one. */
    @OpenToAll
    @GetMapping
    Page<MembershipView> list(
            @PathVariable String code,
            @PathVariable String network,
            Cursor cursor,
            Optional<CurrentUser> user) {
        if (networks.find(network).isEmpty()) {
            throw Problems.notFound();
        }
        List<Stored<Membership>> found =
                memberships.ofNetwork(
                        network,
                        user.filter(MembershipController::coordinates).isEmpty(),
                        Objects.requireNonNullElse(cursor.after(), ""),
                        cursor.fetchSize());
        return cursor.page(found, stored -> stored.body().id().association())
                .map(stored -> MembershipView.of(stored.body()));
    }

    @OpenToAll
    @GetMapping("/{association}")
    ResponseEntity<MembershipView> read(
            @PathVariable String code,
            @PathVariable String network,
            @PathVariable String association,
            Optional<CurrentUser> user) {
        return memberships
                .find(new MembershipId(network, association))
                .filter(
                        stored ->
                                stored.body() instanceof Membership.Member
                                        || user.filter(known -> actsFor(known, association))
                                                .isPresent())
                .map(MembershipController::answer)
                .orElseThrow(Problems::notFound);
    }

    /** Accepts an association that asked, adds one that did not, or corrects the first day. */
    @OpenToRoles(Role.COORDINATOR)
    @PutMapping("/{association}")
    ResponseEntity<MembershipView> admit(
            @PathVariable String code,
            @PathVariable String network,
            @PathVariable String association,
            @RequestBody AdmissionRequest request,
            IfMatch seen) {
        return switch (keepMemberships.admit(
                new MembershipId(network, association),
                Optional.ofNullable(request.since()),
                seen.version())) {
            case KeepMemberships.Result.Decided(var outcome) -> answer(outcome);
            case KeepMemberships.Result.InTheFuture _ ->
                    throw Problems.invalid("since", "future", "This day has not come yet");
        };
    }

    /** An association asks to be a member; for those who hold its mandate. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{association}/request")
    ResponseEntity<MembershipView> ask(
            @PathVariable String code,
            @PathVariable String network,
            @PathVariable String association,
            IfMatch seen,
            CurrentUser user) {
        if (!representatives.mayChange(user.subject(), association)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
        return answer(keepMemberships.ask(new MembershipId(network, association), seen.version()));
    }

    /** An association leaves or takes its request back; a coordinator removes or declines it. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{association}/ending")
    ResponseEntity<MembershipView> end(
            @PathVariable String code,
            @PathVariable String network,
            @PathVariable String association,
            IfMatch seen,
            CurrentUser user) {
        if (!actsFor(user, association)) {
            throw user.actsIn(Tenancy.current()) ? Problems.missingRole() : Problems.notFound();
        }
        return answer(keepMemberships.end(new MembershipId(network, association), seen.version()));
    }

    private boolean actsFor(CurrentUser user, String association) {
        return coordinates(user) || representatives.mayChange(user.subject(), association);
    }

    private static boolean coordinates(CurrentUser user) {
        return user.actsIn(Tenancy.current()) && user.hasAnyOf(Role.COORDINATOR);
    }

    private static ResponseEntity<MembershipView> answer(Outcome<Membership> outcome) {
        return switch (outcome) {
            case Outcome.Kept<Membership>(Stored<Membership> membership) -> answer(membership);
            case Outcome.Refused<Membership>(var refusal) -> throw Problems.refused(refusal);
            case Outcome.Unknown<Membership> _ -> throw Problems.notFound();
        };
    }

    private static ResponseEntity<MembershipView> answer(Stored<Membership> membership) {
        return ResponseEntity.ok()
                .eTag(ETags.of(membership.version()))
                .body(MembershipView.of(membership.body()));
    }
}
