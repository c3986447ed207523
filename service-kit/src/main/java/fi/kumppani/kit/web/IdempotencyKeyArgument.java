package fi.kumppani.kit.web;

import fi.kumppani.kit.problem.Problems;
import fi.kumppani.kit.tenancy.Tenancy;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.regex.Pattern;

/** Gives handlers the {@link IdempotencyKey} they ask for. */
final class IdempotencyKeyArgument implements HandlerMethodArgumentResolver {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{8,128}");

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IdempotencyKey.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        String sent = webRequest.getHeader(HEADER);
        if (sent == null || sent.isBlank()) {
            throw Problems.malformed(
                    HEADER, "idempotency-key-missing", "Send a key of your own making with this");
        }
        if (!VISIBLE.matcher(sent).matches()) {
            throw Problems.malformed(
                    HEADER,
                    "idempotency-key-malformed",
                    "A key has 8 to 128 visible ASCII characters");
        }
        HttpServletRequest request = (HttpServletRequest) webRequest.getNativeRequest();
        return new IdempotencyKey(scoped(sent, request), hash(request));
    }

    private static String scoped(String sent, HttpServletRequest request) {
        String municipality = Tenancy.isBound() ? Tenancy.current().value() : "";
        String subject = request.getRemoteUser() == null ? "" : request.getRemoteUser();
        return digest(utf8(municipality), utf8(subject), utf8(sent));
    }

    private static String hash(HttpServletRequest request) throws IOException {
        BodyKeepingRequest kept = WebUtils.getNativeRequest(request, BodyKeepingRequest.class);
        if (kept == null) {
            throw new IllegalStateException("The body of this request is not kept");
        }
        return digest(utf8(request.getMethod()), utf8(request.getRequestURI()), kept.body());
    }

    /** SHA-256 over the parts, each behind its length so that no two lists of parts look alike. */
    private static String digest(byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha256.update(utf8(part.length + ":"));
                sha256.update(part);
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
