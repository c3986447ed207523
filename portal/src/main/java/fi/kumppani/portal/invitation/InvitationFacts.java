package fi.kumppani.portal.invitation;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An invitation to act for an association, as the registry tells it.
 *
 * @param modules where: codes as in mandates
 * @param status {@code open}, {@code accepted}, {@code withdrawn} or {@code expired}
 * @param recipient whom it was mailed to, masked; absent for whoever holds its link
 * @param by as what it was made, {@code coordinator} or {@code main-user}
 */
public record InvitationFacts(
        String id,
        String associationId,
        List<String> modules,
        String status,
        @Nullable String recipient,
        String by,
        Instant madeAt,
        Instant expiresAt) {

    private static final String ALL = "/v1/municipalities/{municipality}/invitations";
    private static final String ONE = ALL + "/{id}";
    private static final String TOKEN = "X-Link-Token";
    private static final ParameterizedTypeReference<Listing<InvitationFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Copies the modules. */
    public InvitationFacts {
        modules = List.copyOf(modules);
    }

    /**
     * What is made, or accepted, as far as pages lead there.
     *
     * @param id the invitation's
     */
    public record Named(String id) {}

    /** Asks for those of an association that can still be accepted. */
    public static Question<Listing<InvitationFacts>> of(String municipality, String association) {
        return Question.list(
                Backend.REGISTRY,
                LISTING,
                ALL + "?association={association}",
                Map.of("municipality", municipality, "association", association));
    }

    /** Asks for one, as somebody who gives rights. */
    public static Question<InvitationFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY, InvitationFacts.class, ONE, variables(municipality, id));
    }

    /**
     * Invites somebody.
     *
     * @param facts what registry-service reads
     * @param key what makes the form sent twice one act
     */
    public static Question<Named> invite(
            String municipality, Map<String, Object> facts, String key) {
        return Question.post(
                        Backend.REGISTRY,
                        Named.class,
                        ALL,
                        Map.of("municipality", municipality),
                        facts)
                .with("Idempotency-Key", key);
    }

    /**
     * Takes one back.
     *
     * @param seen the version that was shown
     */
    public static Question<InvitationFacts> withdraw(String municipality, String id, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        InvitationFacts.class,
                        ONE + "/withdrawal",
                        variables(municipality, id),
                        Map.of())
                .with("If-Match", seen);
    }

    /** Asks what one is invited to. */
    static Question<InvitationFacts> offer(String municipality, String id, String token) {
        return Question.get(
                        Backend.REGISTRY,
                        InvitationFacts.class,
                        ONE + "/offer",
                        variables(municipality, id))
                .with(TOKEN, token);
    }

    /** Accepts it, as whoever is logged in. */
    static Question<Named> accept(String municipality, String id, String token) {
        return Question.put(
                        Backend.REGISTRY,
                        Named.class,
                        ONE + "/acceptance",
                        variables(municipality, id),
                        Map.of())
                .with(TOKEN, token);
    }

    private static Map<String, String> variables(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }
}
