package fi.kumppani.events.registration.web;

import static fi.kumppani.events.Api.newKey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.event.EventId;
import fi.kumppani.events.registration.FollowMailbox;
import fi.kumppani.events.registration.RegistrationId;
import fi.kumppani.events.registration.RegistrationLinks;
import fi.kumppani.events.registration.SeeRegistrations;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.tenancy.MunicipalityCode;
import fi.kumppani.kit.tenancy.Tenancy;
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
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;

@EventsServiceTest
class MyCalendarIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired FollowMailbox followMailbox;
    @Autowired RegistrationLinks links;
    @Autowired SeeRegistrations seeRegistrations;

    @Test
    void mergesTheEventsOfAMailboxOverMunicipalities() {
        String me = "mina-" + UUID.randomUUID();
        String here = published("743", 1);
        String full = published("052", 1);
        String givenUp = published("743", 1);
        String notMine = published("743", 1);
        register("743", here, me);
        register("052", full, "toinen-" + me);
        register("052", full, me.toUpperCase(Locale.ROOT));
        register("743", notMine, "toinen-" + me);
        String path = "/v1/municipalities/743/events/" + givenUp + "/registrations/1";
        register("743", givenUp, me);
        api.post(path + "/cancellation")
                .header("X-Link-Token", manageToken("743", givenUp))
                .body("{}")
                .send();

        String feed = feed("743", here);

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(entries(feed))
                                        .containsExactlyInAnyOrder(
                                                here + " CONFIRMED Järjestöilta",
                                                full + " TENTATIVE Jonossa: Järjestöilta"));
        String text = api.get(feed).send().is(200).raw();
        assertThat(text)
                .contains("https://join.example.org/743")
                .doesNotContain("join.example.org/052");
        assertThat(text).doesNotContain(me);
    }

    @Test
    void opensToItsOwnTokenOnly() {
        String me = "mina-" + UUID.randomUUID();
        String event = published("743", 5);
        register("743", event, me);
        register("743", event, "toinen-" + me);
        String feed = feed("743", event);
        String path = feed.substring(0, feed.indexOf('?'));

        api.get(feed).send().is(200);
        api.get(path).send().is(404);
        api.get(path + "?token=" + manageToken("743", event)).send().is(404);
        api.get(feed.replace("/registrations/1/", "/registrations/2/")).send().is(404);
        api.get(feed.replace("/743/", "/052/")).send().is(404);
        clock.pass(Duration.ofDays(401));
        try {
            api.get(feed).send().is(404);
        } finally {
            clock.moveTo(Instant.now());
        }
    }

    @Test
    void tellsItsAddressAndWhereToJoinToWhoeverHoldsTheLink() {
        String event = published("743", 1);
        register("743", event, "mina-" + UUID.randomUUID());
        register("743", event, "toinen-" + UUID.randomUUID());
        String seen = "/v1/municipalities/743/events/" + event + "/registrations/";

        Api.Answer seated = api.get(seen + "1?token=" + manageToken("743", event)).send().is(200);

        assertThat(seated.text("/onlineAddress")).isEqualTo("https://join.example.org/743");
        String address = seated.text("/calendar");
        api.get(address.substring(address.indexOf("/v1/"))).send().is(200);
        String waiting =
                Tenancy.callIn(
                        new MunicipalityCode("743"),
                        () ->
                                links.mint(
                                        seeRegistrations
                                                .one(new RegistrationId(new EventId(event), 2))
                                                .orElseThrow()));
        assertThat(api.get(seen + "2?token=" + waiting).send().is(200).raw())
                .doesNotContain("join.example.org");
        assertThat(
                        api.get("/v1/municipalities/743/events/" + event + "/participants")
                                .by(Api.coordinator())
                                .send()
                                .is(200)
                                .raw())
                .doesNotContain("my-calendar");
    }

    private String feed(String municipality, String event) {
        String token =
                in(
                        municipality,
                        event,
                        id ->
                                followMailbox.mint(
                                        seeRegistrations.one(id).orElseThrow().registration()));
        return "/v1/municipalities/"
                + municipality
                + "/events/"
                + event
                + "/registrations/1/my-calendar.ics?token="
                + token;
    }

    private String manageToken(String municipality, String event) {
        return in(municipality, event, id -> links.mint(seeRegistrations.one(id).orElseThrow()));
    }

    private static String in(
            String municipality, String event, Function<RegistrationId, String> work) {
        return Tenancy.callIn(
                new MunicipalityCode(municipality),
                () -> work.apply(new RegistrationId(new EventId(event), 1)));
    }

    private List<String> entries(String feed) {
        String text = api.get(feed).send().is(200).raw();
        try {
            return new CalendarBuilder()
                    .build(new StringReader(text)).<VEvent>getComponents("VEVENT").stream()
                            .map(
                                    entry ->
                                            value(entry, "UID")
                                                    + " "
                                                    + value(entry, "STATUS")
                                                    + " "
                                                    + value(entry, "SUMMARY"))
                            .toList();
        } catch (IOException | ParserException e) {
            throw new AssertionError(text, e);
        }
    }

    private static String value(VEvent entry, String property) {
        return entry.getProperty(property).orElseThrow().getValue();
    }

    private void register(String municipality, String event, String word) {
        api.post("/v1/municipalities/" + municipality + "/events/" + event + "/registrations")
                .key(newKey())
                .body(
                        """
                        {"name": "Osallistuja", "email": "%s@example.org", "language": "fi"}
                        """
                                .formatted(word))
                .send()
                .is(201);
    }

    private String published(String municipality, int capacity) {
        Tokens by =
                Tokens.of("coordinator").inMunicipality(municipality).withRoles(Role.COORDINATOR);
        ObjectNode event =
                (ObjectNode)
                        JSON.readTree(
                                api.evening(capacity, clock.instant().plus(Duration.ofDays(14))));
        event.set(
                "attendance",
                JSON.readTree(
                        "{\"mode\": \"hybrid\", \"onlineAddress\": \"https://join.example.org/%s\"}"
                                .formatted(municipality)));
        String events = "/v1/municipalities/" + municipality + "/events";
        String id =
                api.post(events)
                        .by(by)
                        .key(newKey())
                        .body(JSON.writeValueAsString(event))
                        .send()
                        .is(201)
                        .text("/id");
        api.put(events + "/" + id + "/publication")
                .by(by)
                .header("If-Match", "\"1\"")
                .send()
                .is(200);
        return id;
    }
}
