package fi.kumppani.portal.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.ClientAuthorizationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** The access token of the logged-in browser, renewed when its time is nearly over. */
@Component
public final class AccessTokens {

    private static final String SCHEME = "bearer ";

    private static final Set<String> LOGIN_IS_OVER =
            Set.of(OAuth2ErrorCodes.INVALID_GRANT, OAuth2ErrorCodes.INVALID_TOKEN);

    private final OAuth2AuthorizedClientManager clients;
    private final Clock clock;

    AccessTokens(OAuth2AuthorizedClientManager clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** Whether this header brings a token of its own. */
    public static boolean isBearer(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** The token of whoever is logged in with this browser; a login that is over is ended. */
    public Token of(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof OAuth2AuthenticationToken person)) {
            return new Token.Nobody();
        }
        OAuth2AuthorizedClient client;
        try {
            client =
                    clients.authorize(
                            OAuth2AuthorizeRequest.withClientRegistrationId(
                                            person.getAuthorizedClientRegistrationId())
                                    .principal(person)
                                    .build());
        } catch (ClientAuthorizationException e) {
            return LOGIN_IS_OVER.contains(e.getError().getErrorCode())
                    ? end(request)
                    : new Token.Unknown();
        } catch (OAuth2AuthorizationException | IdentityProviderAwayException e) {
            return new Token.Unknown();
        }
        if (client == null || isOver(client.getAccessToken().getExpiresAt())) {
            return end(request);
        }
        return new Token.Valid(client.getAccessToken().getTokenValue());
    }

    private boolean isOver(@Nullable Instant expiry) {
        return expiry != null && !clock.instant().isBefore(expiry);
    }

    private static Token end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
        return new Token.Over();
    }

    /** What there is to show to a service. */
    public sealed interface Token {

        /**
         * A token.
         *
         * @param value as it stands in the header
         */
        record Valid(String value) implements Token {

            /** Says nothing of the token. */
            @Override
            public String toString() {
                return "Valid";
            }
        }

        /** Nobody is logged in. */
        record Nobody() implements Token {}

        /** Somebody was logged in, but the identity provider does not renew the token. */
        record Over() implements Token {}

        /** Somebody is logged in, but the token must be renewed and the provider is away. */
        record Unknown() implements Token {}
    }
}
