package fi.kumppani.kit.security;

import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;
import org.springframework.web.client.RestTemplate;

import java.time.Clock;
import java.time.Duration;

/** Makes the one way in which tokens are read: RS256, our issuer, our audience, not expired. */
final class TokenDecoders {

    private static final Duration CLOCK_SKEW = Duration.ofSeconds(30);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(5);

    private TokenDecoders() {}

    /** A decoder that asks for nothing before the first token comes, and tries again after. */
    static JwtDecoder create(SecuritySettings settings, Clock clock) {
        JwtDecoder decoder = new SupplierJwtDecoder(() -> build(settings, clock));
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("The identity provider is away", e);
            }
        };
    }

    private static JwtDecoder build(SecuritySettings settings, Clock clock) {
        String jwkSetUri = settings.jwkSetUri();
        var builder =
                jwkSetUri == null || jwkSetUri.isBlank()
                        ? NimbusJwtDecoder.withIssuerLocation(settings.issuer())
                        : NimbusJwtDecoder.withJwkSetUri(jwkSetUri);
        NimbusJwtDecoder decoder =
                builder.jwsAlgorithm(SignatureAlgorithm.RS256).restOperations(client()).build();
        decoder.setJwtValidator(validator(settings, clock));
        return decoder;
    }

    private static OAuth2TokenValidator<Jwt> validator(SecuritySettings settings, Clock clock) {
        JwtTimestampValidator timestamps = new JwtTimestampValidator(CLOCK_SKEW);
        timestamps.setAllowEmptyExpiryClaim(false);
        timestamps.setClock(clock);
        JwtTypeValidator type = new JwtTypeValidator("JWT", "at+jwt");
        type.setAllowEmpty(true);
        return new DelegatingOAuth2TokenValidator<>(
                timestamps,
                type,
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                new JwtClaimValidator<String>(
                        "sub", subject -> subject != null && !subject.isBlank()));
    }

    private static RestTemplate client() {
        SimpleClientHttpRequestFactory requests = new SimpleClientHttpRequestFactory();
        requests.setConnectTimeout(CONNECT);
        requests.setReadTimeout(READ);
        return new RestTemplate(requests);
    }
}
