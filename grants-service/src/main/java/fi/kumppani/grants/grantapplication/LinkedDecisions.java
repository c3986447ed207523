package fi.kumppani.grants.grantapplication;

import fi.kumppani.kit.security.LinkSigner;
import fi.kumppani.kit.security.SignedLink;
import fi.kumppani.kit.store.Stored;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Optional;

/** Decisions for those who hold the link from the mail about one. */
@Service
public class LinkedDecisions {

    private final LinkSigner signer;
    private final GrantApplications applications;
    private final Clock clock;

    LinkedDecisions(LinkSigner signer, GrantApplications applications, Clock clock) {
        this.signer = signer;
        this.applications = applications;
        this.clock = clock;
    }

    /**
     * The application with its decision.
     *
     * @param token from the link
     * @return empty when the link is not for it or too old, and while nothing is decided
     */
    public Optional<GrantApplication.Decided> find(ApplicationId id, String token) {
        return switch (signer.verify(token, LinkedDecision.VIEW, clock.instant())) {
            case SignedLink.Valid(var subject, var generation)
                    when subject.equals(id.value()) && generation == LinkedDecision.GENERATION ->
                    applications.find(id).map(Stored::body).flatMap(GrantApplication::decided);
            case SignedLink.Valid _, SignedLink.Expired _, SignedLink.Invalid _ -> Optional.empty();
        };
    }
}
