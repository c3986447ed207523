package fi.kumppani.localstack.identity;

import fi.kumppani.localstack.LocalStackSettings;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The programs that may ask for tokens: the portal, the services, and one for each user. */
final class Clients {

    static final String PORTAL = "portal";

    private static final Duration ACCESS = Duration.ofMinutes(15);
    private static final Duration WORKING_DAY = Duration.ofHours(12);

    private final PasswordEncoder encoder;
    private final LocalStackSettings settings;

    Clients(PasswordEncoder encoder, LocalStackSettings settings) {
        this.encoder = encoder;
        this.settings = settings;
    }

    List<RegisteredClient> of(Demonstration demonstration) {
        List<RegisteredClient> clients = new ArrayList<>();
        clients.add(portal());
        for (var program : demonstration.programs()) {
            clients.add(
                    withCredentials(program.client())
                            .scopes(scopes -> scopes.addAll(program.scopes()))
                            .build());
        }
        for (var user : demonstration.users()) {
            clients.add(withCredentials(Demonstration.clientOf(user.username())).build());
        }
        return clients;
    }

    private RegisteredClient portal() {
        return client(PORTAL)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUri(settings.portalUrl() + "/login/oauth2/code/kumppani")
                .postLogoutRedirectUri(settings.portalUrl() + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .build();
    }

    private RegisteredClient.Builder withCredentials(String id) {
        return client(id).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS);
    }

    private RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(encoder.encode(Demonstration.secretOf(id)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .tokenSettings(
                        TokenSettings.builder()
                                .accessTokenTimeToLive(ACCESS)
                                .refreshTokenTimeToLive(WORKING_DAY)
                                .build());
    }
}
