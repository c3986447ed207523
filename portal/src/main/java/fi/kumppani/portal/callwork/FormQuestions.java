package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.person.Person;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

import java.util.Map;

/** Asks grants-service about forms. */
final class FormQuestions {

    private static final String ALL = "/v1/municipalities/{municipality}/forms";
    private static final String ONE = ALL + "/{id}";
    private static final ParameterizedTypeReference<Map<String, Object>> BODY =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Listing<CallPages.FormRow>> LISTING =
            new ParameterizedTypeReference<>() {};

    private FormQuestions() {}

    /** What is told of a form that was written. */
    record Made(String id) {}

    /** The forms of a municipality, each in its latest version. */
    static Answer<Listing<CallPages.FormRow>> all(String municipality, Person officer) {
        return WholeList.of(
                officer,
                from ->
                        Question.page(
                                Backend.GRANTS,
                                LISTING,
                                ALL,
                                Map.of("municipality", municipality),
                                from,
                                WholeList.AT_ONCE));
    }

    /**
     * The latest version of a form, to be written anew.
     *
     * @throws fi.kumppani.portal.page.NoSuchPageException when there is no such form
     */
    static Versioned<CallBody> found(String municipality, String id, Person officer) {
        Versioned<Map<String, Object>> found =
                officer.found(
                        new Question<>(
                                Backend.GRANTS,
                                HttpMethod.GET,
                                BODY,
                                ONE,
                                at(municipality, id),
                                Map.of(),
                                Map.of(),
                                null));
        return new Versioned<>(CallBody.of(found.value()), found.version());
    }

    /** Begins a form, once for this key. */
    static Question<Made> begin(String municipality, Map<String, Object> body, String key) {
        return Question.post(
                        Backend.GRANTS, Made.class, ALL, Map.of("municipality", municipality), body)
                .with("Idempotency-Key", key);
    }

    /** Writes another version of a form, by whoever has seen this one. */
    static Question<Made> write(
            String municipality, String id, Map<String, Object> body, String seen) {
        return Question.put(Backend.GRANTS, Made.class, ONE, at(municipality, id), body)
                .with("If-Match", seen);
    }

    private static Map<String, String> at(String municipality, String id) {
        return Map.of("municipality", municipality, "id", id);
    }
}
