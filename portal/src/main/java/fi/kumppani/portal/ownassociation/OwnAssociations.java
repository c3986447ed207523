package fi.kumppani.portal.ownassociation;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.springframework.core.ParameterizedTypeReference;

import java.util.Map;

/** The associations whose data a person keeps right. */
public final class OwnAssociations {

    private static final ParameterizedTypeReference<Listing<AssociationFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    private OwnAssociations() {}

    /** Asks for those of a municipality. */
    public static Question<Listing<AssociationFacts>> in(String municipality) {
        return Question.list(
                Backend.REGISTRY,
                LISTING,
                "/v1/municipalities/{municipality}/own-associations",
                Map.of("municipality", municipality));
    }

    /** Asks for those of a municipality whose rights one gives and takes. */
    public static Question<Listing<AssociationFacts>> administered(String municipality) {
        return Question.list(
                Backend.REGISTRY,
                LISTING,
                "/v1/municipalities/{municipality}/own-associations?module=administration",
                Map.of("municipality", municipality));
    }

    /** The address of the page on which one's data are written. */
    public static String path(String code, String id) {
        return "/m/" + code + "/my/associations/" + id;
    }
}
