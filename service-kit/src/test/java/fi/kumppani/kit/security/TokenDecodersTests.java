package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;

import fi.kumppani.kit.testing.TestIssuer;
import fi.kumppani.kit.testing.Tokens;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

class TokenDecodersTests {

    @Test
    void startsWithoutTheIdentityProviderAndBelievesItOnceItIsThere() throws Exception {
        int port = freePort();
        String issuer = "http://127.0.0.1:" + port;
        JwtDecoder decoder = TokenDecoders.create(settings(issuer, null), Clock.systemUTC());
        String token = Tokens.of("anna").issuedBy(issuer).token();

        // Not the token's fault: a bad token would be a BadJwtException.
        assertThatThrownBy(() -> decoder.decode(token))
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);

        HttpServer provider = identityProvider(port, issuer);
        try {
            assertThat(decoder.decode(token).getSubject()).isEqualTo("anna");
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void fetchesKeysFromAnAddressOfTheirOwn() {
        JwtDecoder decoder =
                TokenDecoders.create(
                        settings("http://browser.test/auth", TestIssuer.jwkSetUri()),
                        Clock.systemUTC());
        String good = Tokens.of("anna").issuedBy("http://browser.test/auth").token();
        assertThat(decoder.decode(good).getSubject()).isEqualTo("anna");
        assertThatThrownBy(() -> decoder.decode(Tokens.of("anna").token()))
                .isInstanceOf(BadJwtException.class);
    }

    private static SecuritySettings settings(String issuer, @Nullable String jwkSetUri) {
        return new SecuritySettings(issuer, jwkSetUri, "kumppani", List.of(), List.of(), 1);
    }

    private static HttpServer identityProvider(int port, String issuer) throws Exception {
        byte[] metadata =
                """
                {"issuer": "%s", "jwks_uri": "%s"}
                """
                        .formatted(issuer, TestIssuer.jwkSetUri())
                        .getBytes(StandardCharsets.UTF_8);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, metadata.length);
                    exchange.getResponseBody().write(metadata);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
