package fi.kumppani.portal.registrar;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Question;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Where the municipality's mail to an association goes.
 *
 * @param email the address; absent when none is known
 * @param language what is read there
 */
record ContactFacts(@Nullable String email, @Nullable String language) {

    private static final String PATH =
            "/v1/municipalities/{municipality}/associations/{id}/contact";

    /** Asks for it. */
    static Question<ContactFacts> of(String municipality, String id) {
        return Question.get(Backend.REGISTRY, ContactFacts.class, PATH, at(municipality, id));
    }

    /**
     * Keeps it.
     *
     * @param seen the version that was shown
     */
    static Question<ContactFacts> keep(
            String municipality, String id, Map<String, String> contact, String seen) {
        return Question.put(
                        Backend.REGISTRY, ContactFacts.class, PATH, at(municipality, id), contact)
                .with("If-Match", seen);
    }

    private static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }

    /** Says nothing of the address, so that no log does. */
    @Override
    public String toString() {
        return "ContactFacts[]";
    }
}
