package fi.kumppani.portal.editor;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.util.List;
import java.util.Map;

/**
 * A list as far as those who write for it need it.
 *
 * @param languages codes of the languages it comes in
 * @param areas the areas its readers can choose among; empty when they are not asked
 * @param topic a code of the municipality; absent for all topics
 * @param fourEyes whether somebody else than its writer must approve each issue; absent in lists of
 *     lists
 */
record ListFacts(
        String id,
        LocalizedText name,
        List<String> languages,
        List<Area> areas,
        @Nullable String topic,
        @Nullable Boolean fourEyes) {

    private static final ParameterizedTypeReference<Listing<ListFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    ListFacts {
        languages = languages == null ? List.of() : List.copyOf(languages);
        areas = areas == null ? List.of() : List.copyOf(areas);
    }

    /** Whether somebody else than its writer must approve each issue. */
    boolean wantsFourEyes() {
        return Boolean.TRUE.equals(fourEyes);
    }

    /** A part of the municipality that readers can choose. */
    record Area(String code, LocalizedText name) {}

    static Question<Listing<ListFacts>> all(String municipality) {
        return Question.list(
                Backend.NEWSLETTER,
                LISTING,
                "/v1/municipalities/{municipality}/lists",
                Map.of("municipality", municipality));
    }

    static Question<ListFacts> one(String municipality, String id) {
        return Question.get(
                Backend.NEWSLETTER,
                ListFacts.class,
                "/v1/municipalities/{municipality}/lists/{id}",
                Map.of("municipality", municipality, "id", id));
    }
}
