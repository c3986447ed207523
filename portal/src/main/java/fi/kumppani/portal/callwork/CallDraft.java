package fi.kumppani.portal.callwork;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.backend.Listing;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.official.WholeList;
import fi.kumppani.portal.official.WorkCall;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.person.Person;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;

import java.util.Map;

/** Asks grants-service about calls that are planned. */
final class CallDraft {

    private static final String ONE = WorkCall.ALL + "/{id}";
    private static final String IF_MATCH = "If-Match";
    private static final ParameterizedTypeReference<Map<String, Object>> BODY =
            new ParameterizedTypeReference<>() {};
    private static final ParameterizedTypeReference<Listing<WorkCall>> LISTING =
            new ParameterizedTypeReference<>() {};

    private CallDraft() {}

    /** What is told of a call that was made. */
    record Made(String id) {}

    /**
     * A draft to be written anew.
     *
     * @throws NoSuchPageException when there is none, or it is published
     */
    static Versioned<CallBody> found(String municipality, String id, Person officer) {
        Versioned<Map<String, Object>> found =
                officer.found(
                        new Question<>(
                                Backend.GRANTS,
                                HttpMethod.GET,
                                BODY,
                                ONE,
                                WorkCall.at(municipality, id),
                                Map.of(),
                                Map.of(),
                                null));
        CallBody body = CallBody.of(found.value());
        if (!body.text("status").equals("draft")) {
            throw new NoSuchPageException();
        }
        return new Versioned<>(body, found.version());
    }

    /** The drafts of a municipality. */
    static Answer<Listing<WorkCall>> planned(String municipality, Person officer) {
        return WholeList.of(
                officer,
                from ->
                        Question.page(
                                Backend.GRANTS,
                                LISTING,
                                WorkCall.ALL + "/planned",
                                Map.of("municipality", municipality),
                                from,
                                WholeList.AT_ONCE));
    }

    /** Begins a draft, once for this key. */
    static Question<Made> begin(String municipality, Map<String, Object> body, String key) {
        return Question.post(
                        Backend.GRANTS,
                        Made.class,
                        WorkCall.ALL,
                        Map.of("municipality", municipality),
                        body)
                .with("Idempotency-Key", key);
    }

    /** Writes a draft anew, by whoever has seen this version. */
    static Question<Made> write(
            String municipality, String id, Map<String, Object> body, String seen) {
        return Question.put(Backend.GRANTS, Made.class, ONE, WorkCall.at(municipality, id), body)
                .with(IF_MATCH, seen);
    }

    /** Begins a draft that says what another call said, once for this key. */
    static Question<Made> copy(String municipality, String id, int year, String key) {
        return Question.post(
                        Backend.GRANTS,
                        Made.class,
                        ONE + "/copies",
                        WorkCall.at(municipality, id),
                        Map.of("year", year))
                .with("Idempotency-Key", key);
    }

    /** Announces a draft, as of this version. */
    static Question<Made> publish(String municipality, String id, String seen) {
        return Question.put(
                        Backend.GRANTS,
                        Made.class,
                        ONE + "/publication",
                        WorkCall.at(municipality, id),
                        Map.of())
                .with(IF_MATCH, seen);
    }
}
