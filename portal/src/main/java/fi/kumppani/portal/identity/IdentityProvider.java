package fi.kumppani.portal.identity;

import fi.kumppani.portal.PortalSettings;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one identity provider. Its endpoints are asked for when somebody first logs in, and then
 * kept: the portal starts and serves its pages while the provider is away.
 */
@Component
class IdentityProvider implements ClientRegistrationRepository {

    /** The name of the registration, which is in the addresses of the login. */
    static final String REGISTRATION = "kumppani";

    /** Where the provider sends browsers back to. */
    static final String CALLBACK = "/login/oauth2/code/" + REGISTRATION;

    private static final Logger LOG = LoggerFactory.getLogger(IdentityProvider.class);

    private static final ParameterizedTypeReference<Map<String, Object>> METADATA =
            new ParameterizedTypeReference<>() {};

    /** Endpoints that the portal calls itself. */
    private static final List<String> CALLED_FROM_INSIDE =
            List.of("token_endpoint", "jwks_uri", "userinfo_endpoint");

    private final IdentitySettings settings;
    private final PortalSettings portal;
    private final RestClient client;
    private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();

    IdentityProvider(IdentitySettings settings, PortalSettings portal, ProviderRequests requests) {
        this.settings = settings;
        this.portal = portal;
        this.client = requests.client();
    }

    /**
     * The portal's registration.
     *
     * @throws IdentityProviderAwayException when the provider has not been reached yet
     */
    ClientRegistration registration() {
        ClientRegistration registration = known.get();
        if (registration == null) {
            registration = discover();
            known.set(registration);
        }
        return registration;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
        return registrationId.equals(REGISTRATION) ? registration() : null;
    }

    private ClientRegistration discover() {
        String issuer = settings.issuer().toString();
        try {
            Map<String, Object> metadata =
                    client.get()
                            .uri(
                                    URI.create(
                                            settings.inside(
                                                    issuer + "/.well-known/openid-configuration")))
                            .retrieve()
                            .requiredBody(METADATA);
            if (!issuer.equals(metadata.get("issuer"))) {
                throw new IllegalArgumentException("The provider says it is another issuer");
            }
            return ClientRegistrations.fromOidcConfiguration(inside(metadata))
                    .registrationId(REGISTRATION)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(OidcScopes.OPENID, OidcScopes.PROFILE)
                    .redirectUri(portal.at(CALLBACK))
                    .userNameAttributeName("sub")
                    .build();
        } catch (RestClientException | IllegalArgumentException e) {
            LOG.warn("The identity provider at {} cannot be used: {}", issuer, e.toString());
            throw new IdentityProviderAwayException(e);
        }
    }

    private Map<String, Object> inside(Map<String, Object> metadata) {
        Map<String, Object> seenFromInside = new HashMap<>(metadata);
        for (String endpoint : CALLED_FROM_INSIDE) {
            seenFromInside.computeIfPresent(
                    endpoint, (_, address) -> settings.inside(address.toString()));
        }
        return seenFromInside;
    }
}
