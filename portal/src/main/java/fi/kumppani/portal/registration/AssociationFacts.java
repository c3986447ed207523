package fi.kumppani.portal.registration;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.springframework.core.ParameterizedTypeReference;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An association as the registry tells it, as far as somebody who comes for it needs it. */
record AssociationFacts(String id, LocalizedText name) {

    private static final ParameterizedTypeReference<Listing<AssociationFacts>> LISTING =
            new ParameterizedTypeReference<>() {};

    /** Asks for those of a municipality that go by some words. */
    static Question<Listing<AssociationFacts>> named(String municipality, String words, int most) {
        return Question.list(
                Backend.REGISTRY,
                LISTING,
                "/v1/municipalities/{municipality}/associations?text={text}&limit={limit}",
                Map.of("municipality", municipality, "text", words, "limit", most));
    }

    /** Asks for one. */
    static Question<AssociationFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY,
                AssociationFacts.class,
                "/v1/municipalities/{municipality}/associations/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Whether this is one of its names, as somebody would write it. */
    boolean isCalled(String text) {
        return Stream.of(name.fi(), name.sv(), name.en())
                .filter(Objects::nonNull)
                .anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(lower(text)));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
