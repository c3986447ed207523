package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problems;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives handlers the {@link IfMatch} they ask for. */
final class IfMatchArgument implements HandlerMethodArgumentResolver {

    private static final Pattern ONE_VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String header = request.getHeader(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank()) {
            throw Problems.preconditionRequired();
        }
        Matcher version = ONE_VERSION.matcher(header.strip());
        if (!version.matches()) {
            throw Problems.malformed(
                    HttpHeaders.IF_MATCH, "malformed", "Send one ETag as it was read");
        }
        return new IfMatch(Long.parseLong(version.group(1)));
    }
}
