package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import java.util.Map;

/** What is asked of the registry about associations. */
public final class Registry {

    private static final String ALL = "/v1/municipalities/{municipality}/associations";
    private static final String ONE = ALL + "/{id}";
    private static final String IF_MATCH = "If-Match";

    private Registry() {}

    /** What is made, as far as pages lead there. */
    record Made(String id) {}

    /** Registers an association. */
    static Question<Made> register(String municipality, Map<String, Object> facts, String key) {
        return Question.post(
                        Backend.REGISTRY,
                        Made.class,
                        ALL,
                        Map.of("municipality", municipality),
                        facts)
                .with("Idempotency-Key", key);
    }

    /**
     * Writes an association anew.
     *
     * @param seen the version that was shown
     */
    public static Question<AssociationFacts> write(
            String municipality, String id, Map<String, Object> facts, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        AssociationFacts.class,
                        ONE,
                        Map.of("municipality", municipality, "id", id),
                        facts)
                .with(IF_MATCH, seen);
    }

    /**
     * Verifies or ends an association, asks it to confirm its data, or does so for it.
     *
     * @param act {@code verification}, {@code dissolution}, {@code confirmation-request} or {@code
     *     confirmation}
     * @param seen the version that was shown
     */
    public static Question<AssociationFacts> act(
            String municipality, String id, String act, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        AssociationFacts.class,
                        ONE + "/{act}",
                        Map.of("municipality", municipality, "id", id, "act", act),
                        Map.of())
                .with(IF_MATCH, seen);
    }

    /**
     * Ends an association that turned out to be another one.
     *
     * @param original the id of that one
     * @param seen the version that was shown
     */
    static Question<AssociationFacts> dissolveDuplicate(
            String municipality, String id, String original, String seen) {
        return Question.put(
                        Backend.REGISTRY,
                        AssociationFacts.class,
                        ONE + "/dissolution",
                        Map.of("municipality", municipality, "id", id),
                        Map.of("duplicateOf", original))
                .with(IF_MATCH, seen);
    }
}
