package fi.kumppani.portal.gateway;

import fi.kumppani.portal.identity.AccessTokens;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Says to the service who asks: the token that the request brings itself, else the token of the
 * logged-in browser, else nobody. Other kinds of credentials go no further.
 */
@Component
final class Credentials implements HandlerFilterFunction<ServerResponse, ServerResponse> {

    private final AccessTokens tokens;

    Credentials(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        String own = request.headers().firstHeader(HttpHeaders.AUTHORIZATION);
        if (AccessTokens.isBearer(own)) {
            return next.handle(request);
        }
        return switch (tokens.of(request.servletRequest())) {
            case AccessTokens.Token.Valid(String value) ->
                    next.handle(with(request, "Bearer " + value));
            case AccessTokens.Token.Nobody() -> next.handle(with(request, null));
            case AccessTokens.Token.Over() -> ProblemResponses.unauthenticated();
            case AccessTokens.Token.Unknown() -> ProblemResponses.unavailable();
        };
    }

    private static ServerRequest with(ServerRequest request, @Nullable String authorization) {
        return ServerRequest.from(request)
                .headers(
                        headers -> {
                            headers.remove(HttpHeaders.AUTHORIZATION);
                            if (authorization != null) {
                                headers.set(HttpHeaders.AUTHORIZATION, authorization);
                            }
                        })
                .build();
    }
}
