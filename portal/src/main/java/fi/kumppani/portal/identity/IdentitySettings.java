package fi.kumppani.portal.identity;

import fi.kumppani.portal.WebAddress;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.net.URI;

/**
 * Who identifies people.
 *
 * @param issuer the identity provider as browsers see it; the claim {@code iss} must equal it
 * @param insideUrl where the portal itself reaches the provider, without a path, when that is not
 *     where browsers do
 * @param clientId the portal's name at the provider
 * @param clientSecret the portal's secret there; from the environment only
 */
@Validated
@ConfigurationProperties("kumppani.identity")
record IdentitySettings(
        @DefaultValue("http://localhost:8090") URI issuer,
        @Nullable URI insideUrl,
        @DefaultValue("portal") @NotBlank String clientId,
        @DefaultValue("") String clientSecret) {

    IdentitySettings {
        if (insideUrl != null && insideUrl.toString().isEmpty()) {
            insideUrl = null;
        }
        if (!WebAddress.isWeb(issuer) || (insideUrl != null && !WebAddress.isOrigin(insideUrl))) {
            throw new IllegalArgumentException(
                    "kumppani.identity.issuer is like https://login.example.org/realms/kumppani,"
                            + " inside-url like http://keycloak:8080");
        }
    }

    /** The same address as the portal itself reaches it. */
    String inside(String address) {
        String outside = WebAddress.origin(issuer);
        return insideUrl != null && address.startsWith(outside + "/")
                ? WebAddress.origin(insideUrl) + address.substring(outside.length())
                : address;
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "IdentitySettings[issuer=" + issuer + ", clientId=" + clientId + "]";
    }
}
