package fi.kumppani.portal.page;

import fi.kumppani.portal.identity.SignedIn;
import fi.kumppani.portal.reader.Language;
import fi.kumppani.portal.reader.ReaderLanguage;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells every page its language, the other languages it can be read in, who is logged in, and whose
 * it is.
 */
@ControllerAdvice
class PageFrame {

    private static final Pattern MUNICIPALITY = Pattern.compile("/m/([0-9]{3})(?:/.*)?");

    /** The page in one of the languages. */
    record Translation(String code, String href, boolean current) {}

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
        model.addAttribute("here", opened ? request.getRequestURI() : "/");
        model.addAttribute("within", municipality(request.getRequestURI()));
    }

    /** The code of the municipality whose page it is; null when it is nobody's in particular. */
    private static @Nullable String municipality(String path) {
        Matcher within = MUNICIPALITY.matcher(path);
        return within.matches() ? within.group(1) : null;
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
