package fi.kumppani.kit.security;

import jakarta.validation.constraints.NotBlank;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.util.List;

/**
 * Whose tokens are believed, and which networks are known.
 *
 * @param issuer the identity provider as browsers see it; the claim {@code iss} must equal it
 * @param jwkSetUri where its keys are fetched from, when not where the issuer's metadata says
 * @param audience what the claim {@code aud} must contain
 * @param trustedProxies networks whose {@code X-Forwarded-For} is believed; the portal's
 * @param metricsFrom networks that may read metrics, when they come without a proxy
 * @param rateLimitScale multiplies every rate limit; for load tests
 */
@Validated
@ConfigurationProperties("kumppani.security")
record SecuritySettings(
        @NotBlank String issuer,
        @Nullable String jwkSetUri,
        @DefaultValue("kumppani") @NotBlank String audience,
        @DefaultValue({"127.0.0.0/8", "::1/128"}) List<String> trustedProxies,
        @DefaultValue({
                    "127.0.0.0/8",
                    "::1/128",
                    "10.0.0.0/8",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "fc00::/7"
                })
                List<String> metricsFrom,
        @DefaultValue("1") int rateLimitScale) {}
