package fi.kumppani.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

import java.util.List;

class ClientAddressesTests {

    private static final String A = "c0000201";
    private static final String B = "c0000202";

    private final ClientAddresses addresses =
            new ClientAddresses(new Networks(List.of("127.0.0.0/8", "::1/128", "10.1.0.0/16")));

    @Test
    void believesTheSocket() {
        assertThat(network("192.0.2.1")).isEqualTo(A);
    }

    @Test
    void ignoresTheHeaderOfAnybodyWhoIsNoProxyOfOurs() {
        assertThat(network("192.0.2.1", "192.0.2.2")).isEqualTo(A);
    }

    @Test
    void believesTheHeaderAsFarAsOurProxiesWroteIt() {
        assertThat(network("127.0.0.1", "192.0.2.2")).isEqualTo(B);
        assertThat(network("127.0.0.1", "192.0.2.1, 192.0.2.2")).isEqualTo(B);
        assertThat(network("127.0.0.1", "192.0.2.2, 10.1.2.3")).isEqualTo(B);
        assertThat(network("127.0.0.1", "192.0.2.1", "192.0.2.2,10.1.2.3")).isEqualTo(B);
    }

    @Test
    void fallsBackToTheProxyWhenTheHeaderIsRubbish() {
        assertThat(network("127.0.0.1", "localhost")).isEqualTo("7f000001");
        assertThat(network("127.0.0.1", "192.0.2.2, ")).isEqualTo("7f000001");
        assertThat(network("127.0.0.1", "192.0.2.2:443")).isEqualTo("7f000001");
    }

    @Test
    void countsAnIpv6NetworkAsOneCaller() {
        assertThat(network("2001:db8:1:2::3")).isEqualTo(network("2001:db8:1:2:ffff::4"));
        assertThat(network("2001:db8:1:2::3")).isNotEqualTo(network("2001:db8:1:3::3"));
        assertThat(network("::ffff:192.0.2.1")).isEqualTo(A);
    }

    @Test
    void refusesNetworksThatAreWrittenWrong() {
        for (String wrong : List.of("10.0.0.0", "10.0.0.0/33", "example.org/8", "::1/129")) {
            assertThatThrownBy(() -> new Networks(List.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String network(String socket, String... forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(socket);
        for (String header : forwardedFor) {
            request.addHeader("X-Forwarded-For", header);
        }
        return addresses.networkOf(request);
    }
}
