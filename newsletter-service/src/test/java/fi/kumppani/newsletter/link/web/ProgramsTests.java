package fi.kumppani.newsletter.link.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ProgramsTests {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                PHONE,
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0",
                "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Thunderbird/144.0"
            })
    void takesBrowsersForPeople(String name) {
        assertThat(Programs.isOne(request("GET", name))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Googlebot/2.1",
                "Mimecast Link Scanner",
                "Mozilla/5.0 (compatible; proofpoint-url-defense)",
                "curl/8.14.1",
                "facebookexternalhit preview"
            })
    void knowsThoseThatSayWhatTheyAre(String name) {
        assertThat(Programs.isOne(request("GET", name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Sec-Purpose | prefetch;prerender
                    Purpose     | prefetch
                    X-Purpose   | preview
                    X-Moz       | prefetch
                    """)
    void knowsFetchingAhead(String header, String value) {
        MockHttpServletRequest request = request("GET", PHONE);
        request.addHeader(header, value);

        assertThat(Programs.isOne(request)).isTrue();
    }

    @Test
    void takesWhoOnlyAsksOrHasNoNameForAProgram() {
        assertThat(Programs.isOne(request("HEAD", PHONE))).isTrue();
        assertThat(Programs.isOne(new MockHttpServletRequest("GET", "/"))).isTrue();
    }

    private static MockHttpServletRequest request(String method, String name) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        request.addHeader("User-Agent", name);
        return request;
    }
}
