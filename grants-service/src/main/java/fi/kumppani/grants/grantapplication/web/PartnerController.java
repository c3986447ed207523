package fi.kumppani.grants.grantapplication.web;

import fi.kumppani.grants.applicant.AssociationId;
import fi.kumppani.grants.consortium.Partners;
import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.Callers;
import fi.kumppani.grants.grantapplication.ChoosePartners;
import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.security.CurrentUser;
import fi.kumppani.kit.security.OpenToSignedIn;
import fi.kumppani.kit.web.ETags;
import fi.kumppani.kit.web.IfMatch;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Who applies together: named by the applicant, and joining by their own word. */
@RestController
@RequestMapping("/v1/municipalities/{municipality}/applications/{id}/partners")
class PartnerController {

    private final ChoosePartners choosePartners;
    private final Callers callers;

    PartnerController(ChoosePartners choosePartners, Callers callers) {
        this.choosePartners = choosePartners;
        this.callers = callers;
    }

    /**
     * Who is to apply together with the applicant.
     *
     * @param associationIds all of them; none to apply alone
     */
    record PartnersRequest(
            @NotNull @Size(max = Partners.MOST)
                    List<@NotBlank @Size(max = 64) String> associationIds) {}

    /** Names the partners of a draft; whoever is named again has joined as before. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping
    ResponseEntity<ApplicationView> name(
            @PathVariable String id,
            @Valid @RequestBody PartnersRequest request,
            IfMatch seen,
            CurrentUser user) {
        var _ = callers.writable(new ApplicationId(id), user);
        List<AssociationId> named =
                request.associationIds().stream().distinct().map(AssociationId::new).toList();
        return answer(
                choosePartners
                        .name(new ApplicationId(id), named, seen.version())
                        .orElseThrow(Problems::notFound));
    }

    /** Says for a partner that it takes part. */
    @OpenToSignedIn(byMandate = true)
    @PutMapping("/{association}/joining")
    ResponseEntity<ApplicationView> join(
            @PathVariable String id, @PathVariable String association, CurrentUser user) {
        AssociationId partner = new AssociationId(association);
        callers.requireSpeakerOf(partner, new ApplicationId(id), user);
        return answer(
                choosePartners
                        .join(new ApplicationId(id), partner)
                        .orElseThrow(Problems::notFound));
    }

    /** Says for a partner that it does not take part, or no more. */
    @OpenToSignedIn(byMandate = true)
    @DeleteMapping("/{association}")
    ResponseEntity<Void> leave(
            @PathVariable String id, @PathVariable String association, CurrentUser user) {
        AssociationId partner = new AssociationId(association);
        callers.requireSpeakerOf(partner, new ApplicationId(id), user);
        var _ =
                answer(
                        choosePartners
                                .leave(new ApplicationId(id), partner)
                                .orElseThrow(Problems::notFound));
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<ApplicationView> answer(ChoosePartners.Result result) {
        return switch (result) {
            case ChoosePartners.Result.Kept(var stored) ->
                    ResponseEntity.ok()
                            .eTag(ETags.of(stored.version()))
                            .body(ApplicationView.of(stored.body()));
            case ChoosePartners.Result.Unknown(var association) ->
                    throw Problems.invalid(
                            "associationIds",
                            "unknown",
                            "The registry has not told of " + association);
            case ChoosePartners.Result.Itself _ ->
                    throw Problems.invalid(
                            "associationIds", "applicant", "Others than the applicant");
            case ChoosePartners.Result.Refused(var reason) -> throw Problems.refused(reason);
        };
    }
}
