package fi.kumppani.portal.registrar;

import fi.kumppani.portal.association.AssociationFacts;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Done;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.page.FilledForm;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What is asked of the registry about associations that look like the same one. */
public final class Duplicates {

    private static final String HERE = "/v1/municipalities/{municipality}";
    private static final String ALL = HERE + "/possible-duplicates";
    private static final String APART = HERE + "/associations/{id}/distinctions/{other}";
    private static final ParameterizedTypeReference<Listing<Pair>> PAIRS =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Listing<Alike>> ALIKE =
            new ParameterizedTypeReference<>() {};

    private Duplicates() {}

    /**
     * Two that look like the same one, or of which somebody said that they are not.
     *
     * @param associations the older one first
     * @param grounds such as {@code same-name}, the strongest first
     * @param saidOn when somebody said that they are not the same
     */
    public record Pair(
            List<AssociationFacts> associations, List<String> grounds, @Nullable LocalDate saidOn) {

        /** Copies what is told. */
        public Pair {
            associations = associations == null ? List.of() : List.copyOf(associations);
            grounds = grounds == null ? List.of() : List.copyOf(grounds);
        }
    }

    /** One that is called like another that is about to be registered. */
    record Alike(AssociationFacts association) {}

    /** Those that look like the same one. */
    public static Question<Listing<Pair>> page(String municipality, String from, int most) {
        return Question.page(Backend.REGISTRY, PAIRS, ALL, at(municipality), from, most);
    }

    /** Those of which somebody said that they are not the same. */
    static Question<Listing<Pair>> apart(String municipality, String from, int most) {
        return Question.page(
                Backend.REGISTRY, PAIRS, HERE + "/distinctions", at(municipality), from, most);
    }

    /** Those that are called like what a form says. */
    static Question<Listing<Alike>> like(String municipality, FilledForm form) {
        return Question.list(
                Backend.REGISTRY,
                ALIKE,
                ALL + "/of-name?fi={fi}&sv={sv}&en={en}",
                Map.of(
                        "municipality",
                        municipality,
                        "fi",
                        form.value("name.fi"),
                        "sv",
                        form.value("name.sv"),
                        "en",
                        form.value("name.en")));
    }

    /** Says that two are not the same. */
    static Question<Done> tellApart(String municipality, String one, String other) {
        return Question.put(
                        Backend.REGISTRY, Done.class, APART, of(municipality, one, other), Map.of())
                .orNothing(new Done());
    }

    /** Takes that back. */
    static Question<Done> takeBack(String municipality, String one, String other) {
        return Question.delete(Backend.REGISTRY, APART, of(municipality, one, other));
    }

    private static Map<String, String> at(String municipality) {
        return Map.of("municipality", municipality);
    }

    private static Map<String, String> of(String municipality, String one, String other) {
        return Map.of("municipality", municipality, "id", one, "other", other);
    }
}
