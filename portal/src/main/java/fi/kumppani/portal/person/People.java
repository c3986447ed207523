package fi.kumppani.portal.person;

import fi.kumppani.portal.backend.Backends;
import fi.kumppani.portal.identity.AccessTokens;
import fi.kumppani.portal.identity.AccessTokens.Token;
import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.page.NoSuchPageException;
import fi.kumppani.portal.page.UnavailablePageException;
import fi.kumppani.portal.reader.Reader;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Map;
import java.util.function.Predicate;

/** Lets those who may into the pages that act for whoever is logged in. */
@Component
public final class People {

    private final AccessTokens tokens;
    private final Backends backends;

    People(AccessTokens tokens, Backends backends) {
        this.tokens = tokens;
        this.backends = backends;
    }

    /**
     * Whoever is logged in with the browser that sent this.
     *
     * @param admitted for whom there is such a page
     * @throws LoginNeededException when nobody is
     * @throws NoSuchPageException when there is no such page for them
     * @throws UnavailablePageException when nobody can say just now
     */
    public Person of(HttpServletRequest request, Reader reader, Predicate<SignedIn> admitted) {
        SignedIn person = SignedIn.of(request).orElseThrow(LoginNeededException::new);
        if (!admitted.test(person)) {
            throw new NoSuchPageException();
        }
        return switch (tokens.of(request)) {
            case Token.Valid(String value) -> new Person(backends, reader, value);
            case Token.Nobody(), Token.Over() -> throw new LoginNeededException();
            case Token.Unknown() -> throw new UnavailablePageException();
        };
    }

    /**
     * Where whoever is not logged in is sent, to come back afterwards; what was sent is kept by
     * {@link KeptForms} alone.
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
}
