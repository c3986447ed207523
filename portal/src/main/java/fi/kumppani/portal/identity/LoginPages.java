package fi.kumppani.portal.identity;

import fi.kumppani.portal.PortalSettings;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.util.UriComponentsBuilder;

import java.io.IOException;

/** Leads people to the identity provider, and tells them when that did not work out. */
@Controller
class LoginPages {

    static final String PATH = "/login";
    static final String FAILED = "/login/failed";

    /** The session keeps here where to go after logging in. */
    static final String RETURN_PATH = LoginPages.class.getName() + ".returnPath";

    private final IdentityProvider provider;
    private final PortalSettings portal;

    LoginPages(IdentityProvider provider, PortalSettings portal) {
        this.provider = provider;
        this.portal = portal;
    }

    /** Begins at the portal's own address, as the cookie must come back to where it was set. */
    @GetMapping(PATH)
    String login(@RequestParam(required = false) @Nullable String to, HttpServletRequest request) {
        String language =
                ReaderLanguage.chosen(request).map(chosen -> "?lang=" + chosen.code()).orElse("");
        if (!portal.url().getRawAuthority().equals(request.getHeader(HttpHeaders.HOST))) {
            return "redirect:" + portal.at(PATH) + toGoOn(to, request);
        }
        provider.registration();
        request.getSession().setAttribute(RETURN_PATH, ReturnPath.of(to) + language);
        return "redirect:/oauth2/authorization/" + IdentityProvider.REGISTRATION + language;
    }

    /** Where to go afterwards, and in which language, as a query. */
    private static String toGoOn(@Nullable String to, HttpServletRequest request) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        String path = ReturnPath.of(to);
        if (!path.equals(ReturnPath.START)) {
            query.queryParam("to", path);
        }
        ReaderLanguage.chosen(request)
                .ifPresent(language -> query.queryParam(ReaderLanguage.PARAMETER, language.code()));
        return query.toUriString();
    }

    @ExceptionHandler(IdentityProviderAwayException.class)
    void away(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    @GetMapping(FAILED)
    @ResponseStatus(HttpStatus.UNAUTHORIZED)
    String failed() {
        return "login-failed";
    }
}
