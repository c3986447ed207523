package fi.kumppani.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.portal.PortalApplication;
import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.PortalUnderTest;
import fi.kumppani.portal.testing.PublicPages;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Instant;

/** Forms that are sent at once, in a portal that takes its own word for how fast people are. */
@SpringBootTest(
        classes = PortalApplication.class,
        properties = {
            "kumppani.identity.client-secret=test-secret",
            "kumppani.municipalities.codes=743,179"
        })
class RobotsIntegrationTests extends PortalUnderTest {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = "/events/" + Facts.EVENT + "/registrations";
    private static final String SERIES = "/series/s1/registrations";

    private final StubService events = service(Backend.EVENTS);
    private final MockMvcTester portal;

    RobotsIntegrationTests(@Autowired WebApplicationContext portal) {
        this.portal = MockMvcTester.from(portal);
    }

    @BeforeEach
    void announce() {
        PublicPages.announce();
        events.on("POST " + M + EVENT, Reply.json(201, "{\"status\":\"confirmed\"}"));
        events.on("POST " + M + SERIES, Reply.json(200, "{\"events\":[],\"following\":true}"));
    }

    @ParameterizedTest
    @CsvSource({EVENT, SERIES})
    void refusesWhatNobodyFillsInSoFast(String form) throws UnsupportedEncodingException {
        MvcTestResult atOnce = sent(form, Instant.now());

        assertThat(atOnce).hasStatus(422);
        assertThat(Jsoup.parse(atOnce.getResponse().getContentAsString()).select("[role=alert]"))
                .singleElement()
                .extracting(alert -> alert.text())
                .asString()
                .contains("lähetä lomake uudelleen");
        assertThat(events.asked()).noneMatch(asked -> asked.method().equals("POST"));

        assertThat(sent(form, Instant.now().minusSeconds(3))).hasStatus(200);
        assertThat(events.last("POST").path()).isEqualTo(M + form);
    }

    private MvcTestResult sent(String form, Instant opened) {
        return portal.post()
                .uri("/m/743" + form)
                .param("key", FormKeys.next(opened))
                .param("name", "Osallistuja")
                .param("email", "osallistuja@example.org")
                .param("seats", "1")
                .param("quota", "clubs")
                .param("group", "culture")
                .param("answers.lunch", "no")
                .exchange();
    }
}
