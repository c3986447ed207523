package fi.kumppani.portal.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** How tokens are got, kept and renewed. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    /** Tokens stay in the session, that is in the store; browsers never see them. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange(
            ProviderRequests requests) {
        return requests.limited(new RestClientAuthorizationCodeTokenResponseClient());
    }

    /** The ID token holds all we show; the provider is not asked twice. */
    @Bean
    OidcUserService oidcUsers() {
        OidcUserService users = new OidcUserService();
        users.setRetrieveUserInfo(_ -> false);
        return users;
    }

    @Bean
    OAuth2AuthorizedClientManager authorizedClientManager(
            IdentityProvider provider,
            OAuth2AuthorizedClientRepository clients,
            ProviderRequests requests) {
        var renewal = requests.limited(new RestClientRefreshTokenTokenResponseClient());
        var manager = new DefaultOAuth2AuthorizedClientManager(provider, clients);
        manager.setAuthorizedClientProvider(
                OAuth2AuthorizedClientProviderBuilder.builder()
                        .refreshToken(tokens -> tokens.accessTokenResponseClient(renewal))
                        .build());
        return manager;
    }
}
