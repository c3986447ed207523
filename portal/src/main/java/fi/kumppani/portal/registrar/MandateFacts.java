package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one person may do for one association, as the registry tells it.
 *
 * @param subject the person, as the identity provider's opaque id
 * @param module where: one of {@link #MODULES}
 * @param granted when and by whom; absent when it was not written down
 * @param revoked as above, or when it holds
 */
record MandateFacts(
        String id,
        String associationId,
        String subject,
        String module,
        boolean valid,
        @Nullable Mark granted,
        @Nullable Mark revoked) {

    /**
     * What was done to it.
     *
     * @param capacity as what: {@code coordinator} or {@code main-user}
     * @param subject who did it, as the identity provider's opaque id
     */
    record Mark(Instant at, String capacity, String subject) {}

    /** The parts of the system in which one acts for an association. */
    static final List<String> MODULES =
            List.of("registry", "events", "grants", "newsletter", "administration");

    private static final String ALL = "/v1/municipalities/{municipality}/mandates";
    private static final ParameterizedTypeReference<Listing<MandateFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Asks for all that were ever granted for an association. */
    static Question<Listing<MandateFacts>> of(String municipality, String association) {
        return Question.list(
                Backend.REGISTRY,
                LISTING,
                ALL + "?association={association}&state=all",
                Map.of("municipality", municipality, "association", association));
    }

    /** Asks for one. */
    static Question<MandateFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY,
                MandateFacts.class,
                ALL + "/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Grants one. */
    static Question<Registry.Made> grant(
            String municipality, String association, String subject, String module, String key) {
        return Question.post(
                        Backend.REGISTRY,
                        Registry.Made.class,
                        ALL,
                        Map.of("municipality", municipality),
                        Map.of("associationId", association, "subject", subject, "module", module))
                .with("Idempotency-Key", key);
    }

    /** Revokes one. */
    static Question<MandateFacts> revoke(String municipality, String id, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        MandateFacts.class,
                        ALL + "/{id}/revocation",
                        Map.of("municipality", municipality, "id", id),
                        Map.of())
                .with("If-Match", seen);
    }
}
