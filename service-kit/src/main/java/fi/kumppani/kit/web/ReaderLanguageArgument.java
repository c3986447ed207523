package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.text.Language;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gives handlers the {@link ReaderLanguage} they ask for. */
final class ReaderLanguageArgument implements HandlerMethodArgumentResolver {

    static final String PARAMETER = "lang";

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ReaderLanguage.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getNativeResponse() instanceof HttpServletResponse response) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        String asked = request.getParameter(PARAMETER);
        return new ReaderLanguage(
                asked == null
                        ? best(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE))
                        : named(asked));
    }

    private static Language named(String code) {
        try {
            return Language.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw Problems.malformed(PARAMETER, "malformed", "Languages are fi, sv and en");
        }
    }

    /** The wanted language with the greatest weight; a header we cannot read is as good as none. */
    static Language best(@Nullable String header) {
        if (header == null || header.length() > 200) {
            return Language.FI;
        }
        List<Locale.LanguageRange> wishes;
        try {
            wishes = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Language.FI;
        }
        return wishes.stream()
                .filter(wish -> wish.getWeight() > 0)
                .flatMap(wish -> ours(wish.getRange()).stream())
                .findFirst()
                .orElse(Language.FI);
    }

    private static Optional<Language> ours(String range) {
        return switch (range.split("-", 2)[0]) {
            case "fi", "*" -> Optional.of(Language.FI);
            case "sv" -> Optional.of(Language.SV);
            case "en" -> Optional.of(Language.EN);
            default -> Optional.empty();
        };
    }
}
