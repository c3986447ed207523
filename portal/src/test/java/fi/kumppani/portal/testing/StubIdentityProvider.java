package fi.kumppani.portal.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An identity provider that lets everybody in as a test says, and is strict about the portal: its
 * secret, its proof (PKCE) and its addresses must be right.
 */
public final class StubIdentityProvider {

    private static final RSAKey KEY = newKey();
    private static final List<String> ROLES = List.of("coordinator", "something-else");

    private final StubService server = new StubService();
    private final Map<String, Map<String, String>> requests = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private volatile boolean down;
    private volatile boolean refusesRenewal;
    private volatile Duration tokenLife = Duration.ofMinutes(15);
    private volatile List<String> roles = ROLES;

    StubIdentityProvider() {
        reset();
    }

    /** Its name and address. */
    public String issuer() {
        return server.address().toString();
    }

    /** From now on answers with 503. */
    public void goDown() {
        down = true;
        server.reset();
        server.otherwise(Reply.with(503, "text/plain", "down"));
    }

    /** Access tokens are given for so long. */
    public void tokensLive(Duration life) {
        tokenLife = life;
    }

    /** Whoever logs in from now on has these roles. */
    public void rolesAre(String... others) {
        roles = List.of(others);
    }

    /** Tokens are not renewed any more, as when somebody was locked out. */
    public void refuseRenewal() {
        refusesRenewal = true;
    }

    /** Does what a browser and a person do: follows the redirect, logs in, and is sent back. */
    public URI logIn(URI redirect) {
        Map<String, String> query =
                UriComponentsBuilder.fromUri(redirect).build().getQueryParams().asSingleValueMap();
        String code = "code-" + count.incrementAndGet();
        requests.put(code, query);
        return URI.create(
                decoded(query, "redirect_uri") + "?code=" + code + "&state=" + query.get("state"));
    }

    /** What the token endpoint and others were asked. */
    public List<Asked> asked() {
        return server.asked();
    }

    void reset() {
        down = false;
        refusesRenewal = false;
        tokenLife = Duration.ofMinutes(15);
        roles = ROLES;
        server.reset();
        server.on(
                "GET /.well-known/openid-configuration",
                Reply.json(
                        200,
                        """
                        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize",
                         "token_endpoint":"%1$s/token","jwks_uri":"%1$s/keys",
                         "end_session_endpoint":"%1$s/logout",
                         "response_types_supported":["code"],
                         "subject_types_supported":["public"],
                         "id_token_signing_alg_values_supported":["RS256"]}
                        """
                                .formatted(issuer())));
        server.on("GET /keys", Reply.json(200, new JWKSet(KEY.toPublicJWK()).toString()));
        server.on("POST /token", exchange -> token(server.last()).answer(exchange));
    }

    private Reply token(Asked asked) {
        Map<String, String> form =
                UriComponentsBuilder.newInstance()
                        .query(asked.body())
                        .build()
                        .getQueryParams()
                        .asSingleValueMap();
        String client =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "portal:test-secret".getBytes(StandardCharsets.UTF_8));
        if (down || !asked.header("Authorization").contains(client)) {
            return Reply.json(401, "{\"error\":\"invalid_client\"}");
        }
        return switch (String.valueOf(form.get("grant_type"))) {
            case "authorization_code" -> first(form);
            case "refresh_token" ->
                    refusesRenewal ? Reply.json(400, "{\"error\":\"invalid_grant\"}") : tokens("");
            default -> Reply.json(400, "{\"error\":\"unsupported_grant_type\"}");
        };
    }

    private Reply first(Map<String, String> form) {
        Map<String, String> request = requests.remove(String.valueOf(form.get("code")));
        if (request == null
                || !challenge(String.valueOf(form.get("code_verifier")))
                        .equals(request.get("code_challenge"))
                || !decoded(form, "redirect_uri").equals(decoded(request, "redirect_uri"))) {
            return Reply.json(400, "{\"error\":\"invalid_grant\"}");
        }
        return tokens(decoded(request, "nonce"));
    }

    private Reply tokens(String nonce) {
        return Reply.json(
                200,
                """
                {"access_token":"access-%d","token_type":"Bearer","expires_in":%d,
                 "refresh_token":"refresh-1","scope":"openid profile"%s}
                """
                        .formatted(
                                count.incrementAndGet(),
                                tokenLife.toSeconds(),
                                nonce.isEmpty() ? "" : ",\"id_token\":\"" + idToken(nonce) + "\""));
    }

    private String idToken(String nonce) {
        Instant now = Instant.now();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("stub").build(),
                        new JWTClaimsSet.Builder()
                                .issuer(issuer())
                                .subject("0243f240-c03c-5b56-9482-08e7e1bfdea2")
                                .audience("portal")
                                .issueTime(Date.from(now))
                                .expirationTime(Date.from(now.plusSeconds(900)))
                                .claim("nonce", nonce)
                                .claim("preferred_username", "coordinator.seinajoki")
                                .claim("roles", roles)
                                .claim("municipalities", List.of("743"))
                                .build());
        try {
            token.sign(new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(Map<String, String> parameters, String name) {
        String value = parameters.get(name);
        return value == null ? "" : UriUtils.decode(value, StandardCharsets.UTF_8);
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("stub").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
