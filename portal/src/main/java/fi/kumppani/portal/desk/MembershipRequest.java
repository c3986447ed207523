package fi.kumppani.portal.desk;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.Map;

/** That an association asks to be in a network. */
record MembershipRequest(String networkId, LocalDate askedOn) {

    private static final ParameterizedTypeReference<Listing<MembershipRequest>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Asks for those in all networks of a municipality, network by network. */
    static Question<Listing<MembershipRequest>> page(String municipality, String from, int most) {
        return Question.page(
                Backend.REGISTRY,
                LISTING,
                "/v1/municipalities/{municipality}/membership-requests",
                Map.of("municipality", municipality),
                from,
                most);
    }
}
