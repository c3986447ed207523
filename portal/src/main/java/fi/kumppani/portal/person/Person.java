package fi.kumppani.portal.person;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.reader.Reader;

import org.springframework.http.HttpHeaders;

/** Whoever is logged in, asking services; the services look at the token again. */
public final class Person {

    private static final int NOBODY = 401;
    private static final int SOMEBODY_ELSE = 403;

    private final Backends backends;
    private final Reader reader;
    private final String token;

    Person(Backends backends, Reader reader, String token) {
        this.backends = backends;
        this.reader = reader;
        this.token = token;
    }

    /** Asks and waits. */
    public <T> Answer<T> answer(Question<T> question) {
        return versioned(question).map(Versioned::value);
    }

    /**
     * Asks and waits, to write anew what is found. Who lacks the role finds nothing; who is barred
     * for a reason is told it.
     */
    public <T> Answer<Versioned<T>> versioned(Question<T> question) {
        return admitted(backends.versioned(reader, withToken(question)));
    }

    /** Asks for a file that is handed on as it is, and waits longer than a page does. */
    public Answer<byte[]> file(Question<byte[]> question) {
        return admitted(backends.file(reader, withToken(question))).map(Versioned::value);
    }

    private <T> Question<T> withToken(Question<T> question) {
        return question.with(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }

    private static <T> Answer<Versioned<T>> admitted(Answer<Versioned<T>> answer) {
        if (answer instanceof Answer.Refused<Versioned<T>>(var refusal)) {
            switch (refusal.status()) {
                case NOBODY -> throw new LoginNeededException();
                case SOMEBODY_ELSE -> {
                    if (refusal.reason().isEmpty()) {
                        throw new NoSuchPageException();
                    }
                }
                default -> {}
            }
        }
        return answer;
    }

    /** What there must be for a page to be shown. */
    public <T> Versioned<T> found(Question<T> question) {
        Answer<Versioned<T>> answer = versioned(question);
        if (answer instanceof Answer.Refused<Versioned<T>>(var refusal)
                && refusal.status() == SOMEBODY_ELSE) {
            throw new NoSuchPageException();
        }
        return PageSubject.of(answer);
    }
}
