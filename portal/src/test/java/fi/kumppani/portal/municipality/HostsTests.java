package fi.kumppani.portal.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fi.kumppani.portal.PortalSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

import java.net.URI;
import java.util.List;
import java.util.Map;

class HostsTests {

    private static final PortalSettings PORTAL =
            new PortalSettings(URI.create("https://kumppani.example.org"));

    @Test
    void knowsWhoseAHostIsHoweverItIsWritten() {
        Hosts hosts = hosts(Map.of("743", List.of("a.example.org", "b.example.org")));

        assertThat(hosts.municipality(asked("a.example.org"))).contains("743");
        assertThat(hosts.municipality(asked("B.Example.ORG"))).contains("743");
        assertThat(hosts.municipality(asked("kumppani.example.org"))).isEmpty();
        assertThat(hosts.municipality(asked("c.example.org"))).isEmpty();
    }

    @Test
    void refusesAHostOfTwo() {
        Map<String, List<String>> two =
                Map.of("743", List.of("a.example.org"), "179", List.of("a.example.org"));

        assertThatThrownBy(() -> hosts(two)).hasMessageContaining("a.example.org is taken");
    }

    @Test
    void refusesTheHostOfAll() {
        Map<String, List<String>> ours = Map.of("743", List.of("kumppani.example.org"));

        assertThatThrownBy(() -> hosts(ours)).hasMessageContaining("is taken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example.org",
                "a.example.org:8080",
                "a.example.org/",
                "A.example.org",
                "example",
                "-a.example.org",
                "*.example.org",
                ""
            })
    void refusesWhatIsNoNameOfAHost(String host) {
        Map<String, List<String>> none = Map.of("743", List.of(host));

        assertThatThrownBy(() -> hosts(none)).hasMessageContaining("kumppani.hosts.743 is like");
    }

    private static Hosts hosts(Map<String, List<String>> hosts) {
        return new Hosts(new HostSettings(hosts), PORTAL);
    }

    private static MockHttpServletRequest asked(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName(host);
        return request;
    }
}
