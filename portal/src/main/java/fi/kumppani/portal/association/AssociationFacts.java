package fi.kumppani.portal.association;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.reader.LocalizedText;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param themes keys, such as {@code villages}
 * @param registeredAt when it came into the registry
 * @param confirmedOn the day it last said that its data are right
 * @param confirmationAskedOn the day it was last asked to
 * @param duplicateOf the id of the one it turned out to be, when it was dissolved as that
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
        @Nullable Boolean active,
        List<String> themes,
        @Nullable Instant registeredAt,
        @Nullable LocalDate confirmedOn,
        @Nullable LocalDate confirmationAskedOn,
        @Nullable String duplicateOf) {

    static final ParameterizedTypeReference<Listing<AssociationFacts>> LISTING =
            new ParameterizedTypeReference<>() {};
    static final String ALL = "/v1/municipalities/{municipality}/associations";

    /** Copies the themes; there are none where none are told. */
    public AssociationFacts {
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    /** Asks for those of a municipality that go by some words. */
    public static Question<Listing<AssociationFacts>> named(
            String municipality, String words, int most) {
        return Wanted.named(words).page(municipality, "", most);
    }

    /** Asks for one. */
    public static Question<AssociationFacts> one(String municipality, String id) {
        return Question.get(
                Backend.REGISTRY,
                AssociationFacts.class,
                ALL + "/{id}",
                Map.of("municipality", municipality, "id", id));
    }

    /** Whether it was asked to say that its data are right, and has not done so. */
    public boolean isAwaited() {
        return confirmationAskedOn != null
                && !isDissolved()
                && (confirmedOn == null || confirmedOn.isBefore(confirmationAskedOn));
    }

    /** Whether it does not exist any more. */
    public boolean isDissolved() {
        return "dissolved".equals(status);
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
