package fi.kumppani.newsletter.subscription.web;

import fi.kumppani.kit.security.OpenToRoles;
import fi.kumppani.kit.security.Role;
import fi.kumppani.newsletter.letter.Senders;
import fi.kumppani.newsletter.subscription.ShowConsents;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;

/** Where coordinators prove what somebody agreed to; the address is asked for in the body. */
@RestController
class ConsentController {

    private final ShowConsents showConsents;
    private final Senders senders;

    ConsentController(ShowConsents showConsents, Senders senders) {
        this.showConsents = showConsents;
        this.senders = senders;
    }

    /** Whose consents are to be proved. */
    record ProofRequest(@NotBlank @Size(max = 254) String email) {

        @Override
        public String toString() {
            return "ProofRequest[]";
        }
    }

    @OpenToRoles(Role.COORDINATOR)
    @PostMapping("/v1/municipalities/{code}/consent-proofs")
    List<ProofView> prove(@PathVariable String code, @Valid @RequestBody ProofRequest request) {
        return ProofView.of(
                showConsents.of(SubscriptionController.email(request.email())), senders);
    }
}
