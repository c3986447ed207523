package fi.kumppani.portal.door;

import fi.kumppani.portal.backend.Answer;
import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.backend.Question;
import fi.kumppani.portal.backend.Versioned;
import fi.kumppani.portal.identity.AccessTokens;
import fi.kumppani.portal.identity.AccessTokens.Token;
import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.PageSubject;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets coordinators of a municipality in and asks services in their name. For anybody else there is
 * no such page; the services look at the token again.
 */
@Component
final class Coordinators {

    private final AccessTokens tokens;
    private final Backends backends;

    Coordinators(AccessTokens tokens, Backends backends) {
        this.tokens = tokens;
        this.backends = backends;
    }

    /**
     * Whoever is logged in with the browser that sent this.
     *
     * @throws LoginNeededException when nobody is
     * @throws NoSuchPageException when they are no coordinator there
     * @throws UnavailablePageException when nobody can say just now
     */
    Coordinator of(String municipality, HttpServletRequest request, Reader reader) {
        SignedIn person = SignedIn.of(request).orElseThrow(LoginNeededException::new);
        if (!person.coordinates(municipality)) {
            throw new NoSuchPageException();
        }
        return switch (tokens.of(request)) {
            case Token.Valid(String value) -> new Coordinator(backends, reader, value);
            case Token.Nobody(), Token.Over() -> throw new LoginNeededException();
            case Token.Unknown() -> throw new UnavailablePageException();
        };
    }

    /** A coordinator who asks. */
    static final class Coordinator {

        private static final int NOBODY = 401;
        private static final int SOMEBODY_ELSE = 403;

        private final Backends backends;
        private final Reader reader;
        private final String token;

        private Coordinator(Backends backends, Reader reader, String token) {
            this.backends = backends;
            this.reader = reader;
            this.token = token;
        }

        /** Asks and waits. */
        <T> Answer<T> answer(Question<T> question) {
            return versioned(question).map(Versioned::value);
        }

        /** Asks and waits, to write anew what is found. */
        <T> Answer<Versioned<T>> versioned(Question<T> question) {
            Answer<Versioned<T>> answer =
                    backends.versioned(
                            reader, question.with(HttpHeaders.AUTHORIZATION, "Bearer " + token));
            if (answer instanceof Answer.Refused<Versioned<T>>(var refusal)) {
                switch (refusal.status()) {
                    case NOBODY -> throw new LoginNeededException();
                    case SOMEBODY_ELSE -> throw new NoSuchPageException();
                    default -> {}
                }
            }
            return answer;
        }

        /** What there must be for a page to be shown. */
        <T> Versioned<T> found(Question<T> question) {
            return PageSubject.of(versioned(question));
        }
    }
}
