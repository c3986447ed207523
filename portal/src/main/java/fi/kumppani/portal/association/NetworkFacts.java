package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.Map;

/**
 * A network of associations as the registry tells it.
 *
 * @param contactRole which role at the municipality to turn to
 * @param status {@code active} or {@code ended}
 * @param endedOn its last day
 */
public record NetworkFacts(
        String id,
        LocalizedText name,
        @Nullable LocalizedText description,
        @Nullable LocalizedText contactRole,
        String status,
        @Nullable LocalDate endedOn) {

    /** The path of the networks of a municipality. */
    public static final String ALL = "/v1/municipalities/{municipality}/networks";

    private static final ParameterizedTypeReference<Listing<NetworkFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Whether it takes members. */
    public boolean isActive() {
        return status.equals("active");
    }

    /** Asks for those of a municipality, the oldest first. */
    public static Question<Listing<NetworkFacts>> page(String municipality, String from, int most) {
        return Question.page(
                Backend.REGISTRY, LISTING, ALL, Map.of("municipality", municipality), from, most);
    }

    /** Asks for one. */
    public static Question<NetworkFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY,
                NetworkFacts.class,
                ALL + "/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
