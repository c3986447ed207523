package fi.kumppani.localstack.identity;

import fi.kumppani.localstack.identity.Demonstration.Program;
import fi.kumppani.localstack.identity.Demonstration.User;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in each token who somebody is, which roles they hold and in which municipalities. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "kumppani";

    private final Map<String, User> usersByName;
    private final Map<String, User> usersByClient;
    private final Map<String, Program> programsByClient;

    Claims(Demonstration demonstration) {
        var users = demonstration.users();
        usersByName = users.stream().collect(Collectors.toMap(User::username, Function.identity()));
        usersByClient =
                users.stream()
                        .collect(
                                Collectors.toMap(
                                        user -> Demonstration.clientOf(user.username()),
                                        Function.identity()));
        programsByClient =
                demonstration.programs().stream()
                        .collect(Collectors.toMap(Program::client, Function.identity()));
    }

    @Override
    public void customize(JwtEncodingContext context) {
        var claims = context.getClaims();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            claims.audience(List.of(AUDIENCE));
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            describeProgram(claims, context.getRegisteredClient().getClientId());
        } else {
            String username =
                    Objects.requireNonNull(context.<Authentication>getPrincipal()).getName();
            describe(claims, require(usersByName, username));
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                claims.claim("preferred_username", username);
            }
        }
    }

    private void describeProgram(JwtClaimsSet.Builder claims, String client) {
        if (usersByClient.containsKey(client)) {
            describe(claims, require(usersByClient, client));
        } else {
            var program = require(programsByClient, client);
            claims.claim("roles", program.roles())
                    .claim("municipalities", program.municipalities());
        }
    }

    private static void describe(JwtClaimsSet.Builder claims, User user) {
        claims.subject(user.subject())
                .claim("roles", user.roles())
                .claim("municipalities", user.municipalities());
    }

    private static <T> T require(Map<String, T> map, String key) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("demonstration.yml does not know " + key);
        }
        return value;
    }
}
