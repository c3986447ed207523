package fi.kumppani.portal.reader;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the language of a page: the query parameter {@code lang}, else the best of {@code
 * Accept-Language}, else Finnish. A choice lives in the address alone, so no cookie is needed and
 * every address always shows the same page.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public final class ReaderLanguage implements LocaleResolver {

    /** The query parameter that chooses. */
    public static final String PARAMETER = "lang";

    private static final Pattern CHOICE =
            Pattern.compile("(?:^|&)" + PARAMETER + "=([a-z]{2})(?:&|$)");
    private static final int LONGEST_HEADER = 200;

    /** The language for this request. */
    public static Language of(HttpServletRequest request) {
        return chosen(request)
                .orElseGet(() -> best(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    /** The language that the address of this request chooses. */
    public static Optional<Language> chosen(HttpServletRequest request) {
        return chosenIn(request.getQueryString());
    }

    /** The language that a query chooses; read by hand, so that no form is parsed for it. */
    public static Optional<Language> chosenIn(@Nullable String query) {
        if (query == null) {
            return Optional.empty();
        }
        Matcher choice = CHOICE.matcher(query);
        return choice.find() ? Language.ofCode(choice.group(1)) : Optional.empty();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request).locale();
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("The address chooses the language");
    }

    /** The wanted language with the greatest weight; a header we cannot read is as good as none. */
    static Language best(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Language.FI;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .filter(wish -> wish.getWeight() > 0)
                    .flatMap(wish -> ours(wish.getRange()).stream())
                    .findFirst()
                    .orElse(Language.FI);
        } catch (IllegalArgumentException e) {
            return Language.FI;
        }
    }

    private static Optional<Language> ours(String range) {
        return range.equals("*")
                ? Optional.of(Language.FI)
                : Language.ofCode(range.split("-", 2)[0]);
    }
}
