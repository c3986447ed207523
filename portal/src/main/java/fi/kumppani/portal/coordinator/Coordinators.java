package fi.kumppani.portal.coordinator;

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
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Map;

/**
 * Lets coordinators of a municipality in and asks services in their name. For anybody else there is
 * no such page; the services look at the token again.
 */
@Component
public final class Coordinators {

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
    public Coordinator of(String municipality, HttpServletRequest request, Reader reader) {
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

    /**
     * Where whoever is not logged in is sent, to come back afterwards; what was sent is not kept.
     *
     * @param page the page to come back to, with {@code {code}} and {@code {id}} as the request has
     *     them
     */
    public static String login(String page, HttpServletRequest request) {
        Map<?, ?> path =
                (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        UriComponentsBuilder login = UriComponentsBuilder.fromPath("/login").queryParam("to", page);
        ReaderLanguage.chosen(request)
                .ifPresent(language -> login.queryParam(ReaderLanguage.PARAMETER, language.code()));
        return "redirect:"
                + login.encode().buildAndExpand(path.get("code"), path.get("id")).toUriString();
    }

    /** A coordinator who asks. */
    public static final class Coordinator {

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
        public <T> Answer<T> answer(Question<T> question) {
            return versioned(question).map(Versioned::value);
        }

        /** Asks and waits, to write anew what is found. */
        public <T> Answer<Versioned<T>> versioned(Question<T> question) {
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
        public <T> Versioned<T> found(Question<T> question) {
            return PageSubject.of(versioned(question));
        }
    }
}
