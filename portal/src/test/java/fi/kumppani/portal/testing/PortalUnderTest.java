package fi.kumppani.portal.testing;

import fi.kumppani.portal.PortalApplication;
import fi.kumppani.portal.backend.Backend;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A portal that really listens, with stubs around it; one for all tests of a run. */
@SpringBootTest(
        classes = PortalApplication.class,
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "kumppani.identity.client-secret=test-secret",
            "kumppani.backends.page-limit=5s",
            "kumppani.backends.api-limit=8s",
            "kumppani.backends.recent=0s",
            "kumppani.municipalities.codes=743,179",
            "kumppani.gateway.max-body-size=100KB",
            "kumppani.robots.quickest=0s",
            "kumppani.privacy.notices.743=https://www.example.org/tietosuoja",
            "kumppani.embeds.sites.743=https://www.example.org,https://intra.example.org",
            "kumppani.accessibility.feedback.743=saavutettavuus@example.org",
            "kumppani.looks.890.name.fi=Yhdistysten Utsjoki",
            "kumppani.looks.890.name.sv=Föreningarnas Utsjoki",
            "kumppani.looks.890.logo=classpath:looks/shapes.svg",
            "kumppani.looks.890.color=#7a1f3d",
            "kumppani.hosts.890=utsjoki.example.org,yhdistykset.example.org"
        })
public abstract class PortalUnderTest {

    private static final int PORT = freePort();
    private static final Map<Backend, StubService> SERVICES = services();
    private static final StubIdentityProvider IDENTITY_PROVIDER = new StubIdentityProvider();
    private static final StubService SITE = new StubService();

    @Autowired private CircuitBreakerRegistry breakers;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        properties.add("server.port", () -> PORT);
        properties.add("kumppani.portal.url", () -> "http://localhost:" + PORT);
        properties.add("spring.mongodb.uri", TestStore::address);
        properties.add("kumppani.identity.issuer", IDENTITY_PROVIDER::issuer);
        properties.add("kumppani.gateway.identity-url", IDENTITY_PROVIDER::issuer);
        properties.add("kumppani.embeds.sites.890", SITE::address);
        SERVICES.forEach(
                (backend, service) ->
                        properties.add("kumppani.backends." + backend.code(), service::address));
    }

    @BeforeEach
    void resetEverythingAround() {
        SERVICES.values().forEach(StubService::reset);
        IDENTITY_PROVIDER.reset();
        SITE.reset();
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** The stub of a service. */
    protected static StubService service(Backend backend) {
        return Objects.requireNonNull(SERVICES.get(backend));
    }

    /** The stub of the identity provider. */
    protected static StubIdentityProvider identityProvider() {
        return IDENTITY_PROVIDER;
    }

    /** The municipality 890's own site, which may show pages within its own. */
    protected static StubService site() {
        return SITE;
    }

    /** A browser that nobody has used yet. */
    protected static Browser browser() {
        return new Browser(origin());
    }

    /** Where the portal is. */
    protected static String origin() {
        return "http://localhost:" + PORT;
    }

    private static Map<Backend, StubService> services() {
        Map<Backend, StubService> services = new EnumMap<>(Backend.class);
        for (Backend backend : Backend.values()) {
            services.put(backend, new StubService());
        }
        return services;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
