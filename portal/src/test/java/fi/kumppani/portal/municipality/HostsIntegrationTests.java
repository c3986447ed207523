package fi.kumppani.portal.municipality;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The host {@code utsjoki.example.org} is that of the municipality 890. */
class HostsIntegrationTests extends PortalUnderTest {

    private static final String OWN = "utsjoki.example.org";
    private static final String UNKNOWN = "elsewhere.example.org";

    @BeforeEach
    void haveMunicipalities() {
        service(Backend.REGISTRY).on("GET /v1/municipalities/743", Facts.seinajoki());
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        service(Backend.REGISTRY)
                .on("GET /v1/municipalities/890", Facts.municipality("890", "Utsjoki"));
    }

    @Test
    void beginsWithTheMunicipalityOnItsHost() throws IOException {
        Document page = page(OWN, "/?lang=fi");

        assertThat(page.select("h1").text()).isEqualTo("Utsjoki");
        assertThat(page.select(".choice")).as("there is no other to choose").isEmpty();
        assertThat(page.select(".mark").text()).isEqualTo("Yhdistysten Utsjoki");
        assertThat(page.select(".mark").attr("href")).isEqualTo("/?lang=fi");
        assertThat(page.select(".login").attr("href")).startsWith("/login?to=/m/890");
        assertThat(page.select("footer a").eachAttr("href"))
                .contains("/m/890/privacy?lang=fi", "/m/890/accessibility?lang=fi");
        assertThat(page(OWN, "/m/890").select(".mark").attr("href")).isEqualTo("/");
    }

    @Test
    void beginsWithAllOnEveryOtherHost() throws IOException {
        for (String host : new String[] {UNKNOWN, "localhost"}) {
            Document page = page(host, "/");
            assertThat(page.select(".choice li")).as(host).hasSize(3);
            assertThat(page.select(".mark").text()).as(host).isEqualTo("Kumppani");
        }
    }

    /** The cookie of a login comes back to the portal's own address alone. */
    @Test
    void leadsFromItsHostToTheLoginAndBackToItsPages() throws IOException {
        assertThat(answer(OWN, "/login?to=/m/890&lang=sv"))
                .contains("Location: " + origin() + "/login?to=/m/890&lang=sv\r\n");
        assertThat(answer(OWN, "/login?to=//evil.example.org"))
                .contains("Location: " + origin() + "/login\r\n")
                .doesNotContain("evil");
    }

    private static Document page(String host, String path) throws IOException {
        return Jsoup.parse(answer(host, path));
    }

    /** The whole answer; the HTTP client of the JDK does not let anybody choose the host. */
    private static String answer(String host, String path) throws IOException {
        int port = URI.create(origin()).getPort();
        try (Socket socket = new Socket(InetAddress.getByName("localhost"), port)) {
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.0\r\nHost: %s\r\nConnection: close\r\n\r\n"
                                    .formatted(path, host)
                                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
