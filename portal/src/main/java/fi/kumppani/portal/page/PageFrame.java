package fi.kumppani.portal.page;

import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.look.Looks;
import fi.kumppani.portal.municipality.Hosts;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells every page its language, the other languages it can be read in, who is logged in, whose it
 * is and what it looks like.
 */
@ControllerAdvice
class PageFrame {

    private static final Pattern MUNICIPALITY = Pattern.compile("/m/([0-9]{3})(?:/.*)?");

    /** The page in one of the languages. */
    record Translation(String code, String href, boolean current) {}

    private final Looks looks;
    private final Hosts hosts;

    PageFrame(Looks looks, Hosts hosts) {
        this.looks = looks;
        this.hosts = hosts;
    }

    @ModelAttribute
    void frame(HttpServletRequest request, HttpServletResponse response, Model model) {
        Language language = ReaderLanguage.of(request);
        boolean ofError = request.getDispatcherType() == DispatcherType.ERROR;
        boolean opened = request.getMethod().equals("GET");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        model.addAttribute("lang", language.code());
        model.addAttribute(
                "translations", ofError || !opened ? List.of() : translations(request, language));
        model.addAttribute("signedIn", ofError ? null : SignedIn.of(request).orElse(null));
        model.addAttribute("offersLogin", !ofError);
        Optional<String> own = hosts.municipality(request);
        Optional<String> within = municipality(request.getRequestURI()).or(() -> own);
        String start = within.map(code -> "/m/" + code).orElse("/");
        String path = request.getRequestURI();
        model.addAttribute("here", !opened || path.equals("/") ? start : path);
        model.addAttribute("within", within.orElse(null));
        Optional<Looks.Shown> look = within.flatMap(code -> looks.shown(code, language));
        model.addAttribute("look", look.orElse(null));
        model.addAttribute(
                "ways",
                ofError
                        ? List.of()
                        : SignedIn.of(request)
                                .map(person -> Way.of(person, within.orElse(null), path))
                                .orElseGet(List::of));
        model.addAttribute("top", own.isPresent() || look.isEmpty() ? "/" : start);
    }

    /** The code of the municipality whose page it is. */
    private static Optional<String> municipality(String path) {
        Matcher within = MUNICIPALITY.matcher(path);
        return within.matches() ? Optional.of(within.group(1)) : Optional.empty();
    }

    private static List<Translation> translations(HttpServletRequest request, Language current) {
        return Arrays.stream(Language.values())
                .map(
                        language ->
                                new Translation(
                                        language.code(),
                                        address(request, language),
                                        language == current))
                .toList();
    }

    private static String address(HttpServletRequest request, Language language) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(request.getRequestURI());
        if (request.getQueryString() != null) {
            address.query(request.getQueryString());
        }
        return address.replaceQueryParam(ReaderLanguage.PARAMETER, language.code())
                .build()
                .toUriString();
    }
}
