package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * An association as the registry tells it.
 *
 * @param form what kind of community it is, such as {@code cooperative}
 * @param homeMunicipality the code of where it is registered
 * @param businessId its Y-tunnus
 * @param registerNumber its number in the register of associations
 * @param purposeClass 1 to 9, as the register of associations has them
 * @param status {@code unverified}, {@code verified} or {@code dissolved}
 * @param active whether it acts
 */
public record AssociationFacts(
        String id,
        LocalizedText name,
        @Nullable String form,
        @Nullable String homeMunicipality,
        @Nullable String businessId,
        @Nullable String registerNumber,
        @Nullable Integer purposeClass,
        @Nullable String status,
        @Nullable Boolean active) {

    private static final ParameterizedTypeReference<Listing<AssociationFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    private static final String ALL = "/v1/municipalities/{municipality}/associations";

    /** Asks for those of a municipality that go by some words. */
    public static Question<Listing<AssociationFacts>> named(
            String municipality, String words, int most) {
        return named(municipality, words, "", most);
    }

    /** The same, from where a page ended. */
    static Question<Listing<AssociationFacts>> named(
            String municipality, String words, String from, int most) {
        return Question.page(
                Backend.REGISTRY,
                LISTING,
                ALL + "?text={text}",
                Map.of("municipality", municipality, "text", words),
                from,
                most);
    }

    /** Asks for all of a municipality, from the beginning or from where a page ended. */
    static Question<Listing<AssociationFacts>> all(String municipality, String from, int most) {
        return Question.page(
                Backend.REGISTRY, LISTING, ALL, Map.of("municipality", municipality), from, most);
    }

    /** Asks for one. */
    public static Question<AssociationFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY,
                AssociationFacts.class,
                ALL + "/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Whether this is one of its names, as somebody would write it. */
    public boolean isCalled(String text) {
        return Stream.of(name.fi(), name.sv(), name.en())
                .filter(Objects::nonNull)
                .anyMatch(each -> each.strip().toLowerCase(Locale.ROOT).equals(lower(text)));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
