package fi.kumppani.grants.grantapplication.contacts;

import fi.kumppani.grants.grantapplication.ApplicationId;
import fi.kumppani.grants.grantapplication.DecisionLinks;
import fi.kumppani.grants.grantapplication.LinkedDecision;
import fi.kumppani.kit.security.LinkSigner;

import org.springframework.stereotype.Component;

import java.time.Clock;

/** Signs links to decisions; they hold for as long as the operator says. */
@Component
class SignedDecisionLinks implements DecisionLinks {

    private final LinkSigner signer;
    private final LinkValidity validity;
    private final Clock clock;

    SignedDecisionLinks(LinkSigner signer, LinkValidity validity, Clock clock) {
        this.signer = signer;
        this.validity = validity;
        this.clock = clock;
    }

    @Override
    public String token(ApplicationId application) {
        return signer.mint(
                LinkedDecision.VIEW,
                application.value(),
                LinkedDecision.GENERATION,
                clock.instant().plus(validity.validFor()));
    }
}
