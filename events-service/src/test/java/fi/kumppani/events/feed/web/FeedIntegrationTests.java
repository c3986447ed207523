package fi.kumppani.events.feed.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.LocalizedTexts;
import fi.kumppani.contracts.registry.Municipality;
import fi.kumppani.contracts.registry.MunicipalityDescribed;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.network.RegistryTells;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessage;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;

import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.component.VEvent;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

@EventsServiceTest
class FeedIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String THERE = "/v1/municipalities/052";

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired TestMessages messages;

    @Test
    void givesAnEventAsACalendar() {
        String id = api.published(80);

        Api.Answer answer = api.get(EVENTS + "/" + id + "/calendar.ics?lang=sv").send().is(200);

        assertThat(answer.response().getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(entries(answer.raw())).containsExactly(id + " CONFIRMED");
        assertThat(answer.raw()).contains("SUMMARY;LANGUAGE=sv:Föreningskväll");
        api.get(EVENTS + "/" + api.drafted(80) + "/calendar.ics").send().is(404);
        api.get(THERE + "/events/" + id + "/calendar.ics").send().is(404);
    }

    @Test
    void answersWithNothingWhenNothingIsNew() {
        String path = EVENTS + "/" + api.published(80) + "/calendar.ics";
        String tag = api.get(path).send().is(200).header("ETag");

        api.get(path).header("If-None-Match", tag).send().is(304);
    }

    @Test
    void givesTheCalendarsOfMunicipalityNetworkAndRegion() {
        describe("743", "14");
        describe("052", "14");
        describe("179", "13");
        String network = UUID.randomUUID().toString();
        messages.publish(RegistryTells.active(network, "Seurafoorumi"));
        messages.awaitAllHandled("networkMessages");
        String here = published(HOME, "743", "{\"networkId\": \"%s\"}".formatted(network));
        String neighbours = published(THERE, "052", "{}");
        String farAway = published("/v1/municipalities/179", "179", "{\"region\": \"14\"}");
        String elsewhere = published("/v1/municipalities/179", "179", "{}");
        cancel(here);

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(calendar(HOME + "/calendar.ics"))
                                    .contains(here + " CANCELLED")
                                    .doesNotContain(neighbours + " CONFIRMED");
                            assertThat(calendar("/v1/networks/" + network + "/calendar.ics"))
                                    .containsExactly(here + " CANCELLED");
                            assertThat(calendar("/v1/regions/14/calendar.ics"))
                                    .contains(
                                            here + " CANCELLED",
                                            neighbours + " CONFIRMED",
                                            farAway + " CONFIRMED")
                                    .doesNotContain(elsewhere + " CONFIRMED");
                        });
        assertThat(api.get(HOME + "/calendar.ics").send().raw())
                .contains("NAME:Kunta 743\\, tapahtumat");
        api.get("/v1/networks/" + UUID.randomUUID() + "/calendar.ics").send().is(404);
        api.get("/v1/regions/99/calendar.ics").send().is(404);
    }

    @Test
    void describesAnEventToSearchEngines() {
        String id = api.published(80);

        Api.Answer answer = api.get(EVENTS + "/" + id + "/structured").send().is(200);

        assertThat(answer.response().getContentType()).isEqualTo("application/ld+json");
        assertThat(answer.text("/@context")).isEqualTo("https://schema.org");
        assertThat(answer.text("/eventStatus")).isEqualTo("https://schema.org/EventScheduled");
        assertThat(answer.text("/url")).endsWith("/m/743/events/" + id);
        api.get(EVENTS + "/" + api.drafted(80) + "/structured").send().is(404);
    }

    private List<String> calendar(String path) {
        return entries(api.get(path).send().is(200).raw());
    }

    private static List<String> entries(String text) {
        try {
            return new CalendarBuilder()
                    .build(new StringReader(text)).<VEvent>getComponents("VEVENT").stream()
                            .map(
                                    entry ->
                                            entry.getProperty("UID").orElseThrow().getValue()
                                                    + " "
                                                    + entry.getProperty("STATUS")
                                                            .orElseThrow()
                                                            .getValue())
                            .toList();
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private String published(String home, String municipality, String fields) {
        Tokens by =
                Tokens.of("coordinator").inMunicipality(municipality).withRoles(Role.COORDINATOR);
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(api.evening(80, clock.instant().plus(Duration.ofDays(14))));
        event.setAll((ObjectNode) JSON.readTree(fields));
        String id =
                api.post(home + "/events")
                        .by(by)
                        .key(newKey())
                        .body(JSON.writeValueAsString(event))
                        .send()
                        .is(201)
                        .text("/id");
        api.put(home + "/events/" + id + "/publication")
                .by(by)
                .header("If-Match", "\"1\"")
                .send()
                .is(200);
        return id;
    }

    private void cancel(String id) {
        api.post(EVENTS + "/" + id + "/cancellation")
                .by(coordinator())
                .header("If-Match", "\"2\"")
                .body("{\"reason\": {\"fi\": \"Sali on suljettu\"}}")
                .send()
                .is(200);
    }

    private void describe(String code, String region) {
        messages.publish(
                TestMessage.of(
                                new MunicipalityDescribed(
                                        new Municipality(
                                                code,
                                                new LocalizedTexts("Kunta " + code, null, null),
                                                region,
                                                "14",
                                                List.of("fi"),
                                                List.of())))
                        .about(code)
                        .in(code)
                        .sequence(1));
    }
}
