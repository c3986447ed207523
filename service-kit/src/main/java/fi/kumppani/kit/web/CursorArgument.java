package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problem;
import fi.kumppani.kit.problem.Problems;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** Gives handlers the {@link Cursor} they ask for. */
final class CursorArgument implements HandlerMethodArgumentResolver {

    static final String CURSOR = "cursor";
    static final String LIMIT = "limit";
    static final int DEFAULT_LIMIT = 50;
    static final int GREATEST_LIMIT = 200;

    private static final int LONGEST_CURSOR = 1_000;
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,3}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Cursor.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String cursor = request.getParameter(CURSOR);
        String limit = request.getParameter(LIMIT);
        return new Cursor(
                cursor == null ? null : decode(cursor),
                limit == null ? DEFAULT_LIMIT : limitOf(limit));
    }

    static String encode(String position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        if (cursor.isEmpty() || cursor.length() > LONGEST_CURSOR) {
            throw badCursor();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw badCursor();
        }
    }

    private static int limitOf(String text) {
        int limit = FEW_DIGITS.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > GREATEST_LIMIT) {
            throw Problems.malformed(
                    LIMIT, "malformed", "A limit is a number from 1 to " + GREATEST_LIMIT);
        }
        return limit;
    }

    private static Problem badCursor() {
        return Problems.malformed(CURSOR, "malformed", "A cursor is taken from a page as it is");
    }
}
