package fi.kumppani.events.event.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.HOME;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.events.network.RegistryTells;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.TestMessages;
import fi.kumppani.kit.testing.Tokens;
import fi.kumppani.kit.time.FinnishTime;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What an event tells of itself, from its programme to how it stands, and where it is listed. */
@EventsServiceTest
class AnnouncementIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REASON = "{\"reason\": {\"fi\": \"Sali on suljettu\"}}";

    @Autowired Api api;
    @Autowired MovableClock clock;
    @Autowired TestMessages messages;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void tellsAllThereIsToTell() {
        messages.publish(RegistryTells.active("network-1", "Seurafoorumi"));
        messages.awaitAllHandled("networkMessages");
        Instant start = soon();
        String body =
                with(
                        start,
                        """
                        {"doorsFrom": "%1$s",
                         "venue": {"name": {"fi": "Järjestötalo"}, "streetAddress": "Esimerkkikatu 6",
                                   "room": {"fi": "Sali 2", "sv": "Sal 2"},
                                   "accessibility": ["wheelchair", "induction-loop"],
                                   "position": {"latitude": 62.79, "longitude": 22.84}},
                         "programme": [{"startsAt": "%2$s", "text": {"fi": "Avaus", "sv": "Öppning"}},
                                       {"text": {"fi": "Keskustelu pienryhmissä"}}],
                         "attendance": {"mode": "hybrid",
                                        "onlineAddress": "https://join.example.org/abc"},
                         "audience": ["associations", "elected-officials"],
                         "areas": [{"name": {"fi": "Jalasjärvi"}, "municipality": "301",
                                    "postcode": "61600"}],
                         "organisers": [{"name": {"fi": "Evijärven kunta"}, "municipality": "052"}],
                         "networkId": "network-1", "region": "14",
                         "minimum": {"atLeast": 10, "decidedAt": "%1$s"}}
                        """
                                .formatted(start.minus(Duration.ofMinutes(30)), start));
        String id = published(body);

        JsonNode told = api.get(EVENTS + "/" + id).send().is(200).json();

        ObjectNode expected = (ObjectNode) JSON.readTree(body);
        for (String field :
                List.of(
                        "title",
                        "doorsFrom",
                        "coffeeFrom",
                        "programme",
                        "areas",
                        "organisers",
                        "networkId",
                        "region")) {
            assertThat(told.get(field)).as(field).isEqualTo(expected.get(field));
        }
        assertThat(told.at("/venue/room/sv").asString()).isEqualTo("Sal 2");
        assertThat(told.at("/venue/position/latitude").asDouble()).isEqualTo(62.79);
        assertThat(told.at("/venue/accessibility").toString())
                .isEqualTo("[\"induction-loop\",\"wheelchair\"]");
        assertThat(told.at("/audience").toString())
                .isEqualTo("[\"associations\",\"elected-officials\"]");
        assertThat(told.at("/minimum/atLeast").asInt()).isEqualTo(10);
        assertThat(told.at("/minimum/assured").asBoolean()).isFalse();
        assertThat(told.at("/situation").asString()).isEqualTo("open");
    }

    @Test
    void showsAJoinLinkOnlyToCoordinatorsUnlessItIsPublic() {
        String hidden =
                """
                {"attendance": {"mode": "online", "onlineAddress": "https://join.example.org/s1"}}
                """;
        String id = published(with(soon(), hidden));
        String shown = hidden.replace("s1\"", "s2\", \"onlineAddressPublic\": true");
        String open = published(with(soon(), shown));

        assertThat(api.get(EVENTS + "/" + id).send().raw()).doesNotContain("join.example");
        assertThat(api.get(EVENTS + "?limit=200").send().raw()).doesNotContain("example.org/s1");
        assertThat(api.get(EVENTS + "/" + id).by(stranger()).send().raw())
                .doesNotContain("join.example");
        assertThat(api.get(EVENTS + "/" + id).by(coordinator()).send().raw())
                .contains("https://join.example.org/s1");
        assertThat(api.get(EVENTS + "/" + open).send().text("/attendance/onlineAddress"))
                .isEqualTo("https://join.example.org/s2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    doorsFrom     | "2099-01-01T00:00:00Z"                                          | doorsFrom
                    programme     | [{"text": {"fi": "a"}}, {"startsAt": "2030-01-01T10:00:00Z"}]     | programme[1].text
                    programme     | [{"startsAt": "2030-01-01T10:00:00Z", "text": {"fi": "a"}}, {"startsAt": "2030-01-01T09:00:00Z", "text": {"fi": "b"}}] | programme[1].startsAt
                    attendance    | {"mode": "by-post"}                                             | attendance.mode
                    attendance    | {"mode": "online", "onlineAddress": "http://example.org"}       | attendance.onlineAddress
                    attendance    | {"mode": "online", "onlineAddress": "javascript:alert(1)"}      | attendance.onlineAddress
                    attendance    | {"mode": "in-person", "onlineAddress": "https://example.org/a"} | attendance.onlineAddress
                    audience      | ["associations", "cats"]                                        | audience[1]
                    areas         | [{"name": {"fi": "Kylä"}, "postcode": "6160"}]                  | areas[0].postcode
                    organisers    | [{"name": {"fi": "Kunta"}, "municipality": "52"}]               | organisers[0].municipality
                    region        | "140"                                                           | region
                    seriesId      | "no-such-series"                                                | seriesId
                    partOf        | "no-such-event"                                                 | partOf
                    minimum       | {"atLeast": 81, "decidedAt": "2026-01-01T00:00:00Z"}            | minimum.atLeast
                    minimum       | {"atLeast": 8, "decidedAt": "2099-01-01T00:00:00Z"}             | minimum.decidedAt
                    enrolment     | {"place": "elsewhere"}                                          | enrolment.address
                    enrolment     | {"place": "here", "address": "https://example.org/form"}        | enrolment.address
                    venue         | {"name": {"fi": "a"}, "accessibility": ["unknown", "parking"]}  | venue.accessibility
                    venue         | {"name": {"fi": "a"}, "position": {"latitude": 91, "longitude": 22}} | venue.position
                    """)
    void namesTheFieldThatIsAtFault(String field, String value, String named) {
        draft(with(soon(), "{\"" + field + "\": " + value + "}")).is(422).names(named);
    }

    @Test
    void postponesAnEventAndHoldsItAnotherTime() {
        Instant start = soon();
        String id = published(with(start, "{}"));

        Api.Answer postponed = move(id, "postponement", 2, REASON).is(200);
        assertThat(postponed.text("/status")).isEqualTo("postponed");
        assertThat(postponed.text("/situation")).isEqualTo("postponed");
        assertThat(postponed.text("/startsAt")).isEqualTo(start.toString());
        assertThat(postponed.text("/postponementReason/fi")).isEqualTo("Sali on suljettu");
        assertThat(postponed.json().at("/open").asBoolean()).isFalse();
        move(id, "postponement", 2, REASON).is(200);

        Instant later = start.plus(Duration.ofDays(7));
        Api.Answer moved = change(id, 3, with(later, "{}")).is(200);
        assertThat(moved.text("/status")).isEqualTo("published");
        assertThat(moved.text("/startsAt")).isEqualTo(later.toString());
        assertThat(moved.text("/previousStartsAt")).isEqualTo(start.toString());
        assertThat(moved.json().has("postponementReason")).isFalse();
        assertThat(moved.json().at("/open").asBoolean()).isTrue();
    }

    @Test
    void confirmsOrCallsOffWhenACoordinatorSaysSoBefore() {
        String minimum =
                "{\"minimum\": {\"atLeast\": 2, \"decidedAt\": \"%s\"}}"
                        .formatted(clock.instant().plus(Duration.ofHours(2)));
        String wanted = published(with(soon(), minimum));
        String unwanted = published(with(soon(), minimum));
        assertThat(undecided()).contains(wanted, unwanted);

        assertThat(decide(wanted, true).is(200).json().at("/minimum/assured").asBoolean()).isTrue();
        assertThat(decide(unwanted, false).is(200).text("/status")).isEqualTo("cancelled");
        assertThat(undecided()).doesNotContain(wanted, unwanted);
        decide(wanted, false).is(412);
        api.put(EVENTS + "/" + wanted + "/decision")
                .by(coordinator())
                .header("If-Match", "\"2\"")
                .body("{}")
                .send()
                .is(422)
                .names("held");
        api.put(EVENTS + "/" + wanted + "/decision").body("{\"held\": true}").send().is(401);
    }

    /** Events of which coordinators are told that it is open whether enough come. */
    private List<String> undecided() {
        List<String> found = new ArrayList<>();
        api.get(Api.HOME + "/awaited-decisions")
                .by(coordinator())
                .send()
                .is(200)
                .json()
                .path("items")
                .forEach(
                        each -> {
                            if (each.at("/minimum/atLeast").asInt() == 2
                                    && each.at("/minimum/confirmed").asInt() == 0
                                    && each.at("/minimum/decidedAt").isString()) {
                                found.add(each.path("eventId").asString());
                            }
                        });
        return found;
    }

    private Api.Answer decide(String event, boolean held) {
        return api.put(EVENTS + "/" + event + "/decision")
                .by(coordinator())
                .header("If-Match", "\"2\"")
                .body("{\"held\": %s}".formatted(held))
                .send();
    }

    @Test
    void confirmsOrCallsOffByItselfOnTheDayThatWasSet() {
        String minimum =
                "{\"minimum\": {\"atLeast\": 2, \"decidedAt\": \"%s\"}}"
                        .formatted(clock.instant().plus(Duration.ofMinutes(2)));
        String wanted = published(with(soon(), minimum));
        api.registered(wanted, "a");
        api.registered(wanted, "b");
        String unwanted = published(with(soon(), minimum));
        api.registered(unwanted, "a");

        clock.pass(Duration.ofMinutes(3));

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () -> {
                            assertThat(
                                            api.get(EVENTS + "/" + wanted)
                                                    .send()
                                                    .json()
                                                    .at("/minimum/assured")
                                                    .asBoolean())
                                    .isTrue();
                            assertThat(api.get(EVENTS + "/" + unwanted).send().text("/status"))
                                    .isEqualTo("cancelled");
                        });
        assertThat(api.get(EVENTS + "/" + wanted).send().text("/situation")).isEqualTo("open");
        assertThat(api.get(EVENTS + "/" + unwanted).send().text("/cancellationReason/sv"))
                .isEqualTo("För få hade anmält sig: 1, när minst 2 behövdes.");
        assertThat(
                        api.get(EVENTS + "/" + unwanted + "/journal?limit=200")
                                .by(coordinator())
                                .send()
                                .raw())
                .contains("1 of at least 2");
    }

    @Test
    void deletesDraftsOnlyAndKeepsWhatWasAnnounced() {
        String draft = draft(with(soon(), "{}")).is(201).text("/id");
        delete(draft, 7).is(412);
        api.get(EVENTS + "/" + draft + "/journal").by(coordinator()).send().is(200);
        delete(draft, 1).is(204);
        delete(draft, 1).is(404);
        api.get(EVENTS + "/" + draft).by(coordinator()).send().is(404);
        api.get(EVENTS + "/" + draft + "/journal").by(coordinator()).send().is(404);

        String id = published(with(soon(), "{}"));
        delete(id, 2).refusedAs("already-published");
        api.get(EVENTS + "/" + id).send().is(200);
    }

    @Test
    void putsAwayWhatIsOver() {
        Instant now = clock.instant();
        String id =
                published(
                        with(
                                now.plusSeconds(60),
                                "{\"endsAt\": \"%s\"}".formatted(now.plusSeconds(120))));
        archive(id, 2).refusedAs("event-not-over");
        clock.pass(Duration.ofMinutes(3));
        assertThat(api.get(EVENTS + "/" + id).send().text("/situation")).isEqualTo("held");

        assertThat(archive(id, 2).is(200).text("/status")).isEqualTo("archived");

        assertThat(api.get(EVENTS + "?limit=200").send().raw()).doesNotContain(id);
        assertThat(api.get(EVENTS + "/" + id).send().text("/situation")).isEqualTo("archived");
    }

    @Test
    void asksForSeatsOnlyWhereOneRegisters() {
        String nowhere =
                with(
                        soon(),
                        """
                        {"enrolment": {"place": "nowhere"}, "capacity": null,
                         "registrationDeadline": null}
                        """);
        String id = published(nowhere);

        Api.Answer event = api.get(EVENTS + "/" + id).send().is(200);
        assertThat(event.json().has("seats")).isFalse();
        assertThat(event.text("/situation")).isEqualTo("closed");
        api.registering(id, "a", newKey()).send().is(409);
        draft(with(soon(), "{\"capacity\": null}")).is(422).names("capacity");
    }

    @Test
    void findsEventsByWhatTheyTell() {
        String word = "Haku" + UUID.randomUUID();
        Instant start = soon();
        String town =
                """
                {"title": {"fi": "%s iltamat", "en": "Evening"}, "audience": ["young-people"],
                 "description": {"sv": "Med kaffe och bulla"},
                 "areas": [{"name": {"fi": "Nurmo"}, "postcode": "60550"}],
                 "attendance": {"mode": "online"}}
                """
                        .formatted(word);
        String first = published(with(start, town));
        String second =
                published(
                        with(
                                start.plus(Duration.ofDays(1)),
                                "{\"theme\": {\"fi\": \"%s\"}}".formatted(word)));
        String third =
                published(
                        with(
                                start.plus(Duration.ofDays(40)),
                                "{\"description\": {\"fi\": \"%s\"}}".formatted(word)));
        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(() -> assertThat(found(word, "")).hasSize(3));

        LocalDate day = start.atZone(FinnishTime.ZONE).toLocalDate();
        assertThat(found(word, "")).containsExactly(first, second, third);
        assertThat(found(word, "&limit=2")).containsExactly(first, second, third);
        assertThat(found(word + " KAFFE", "")).containsExactly(first);
        assertThat(found(word + " järjestötalo", "")).containsExactly(first, second, third);
        assertThat(found(word, "&mode=online")).containsExactly(first);
        assertThat(found(word, "&area=nurmo")).containsExactly(first);
        assertThat(found(word, "&area=60550")).containsExactly(first);
        assertThat(found(word, "&audience=families")).containsExactly(second, third);
        assertThat(found(word, "&from=" + day.plusDays(1))).containsExactly(second, third);
        assertThat(found(word, "&from=" + day + "&to=" + day)).containsExactly(first);
        assertThat(found(word, "&series=none")).isEmpty();
        api.get(EVENTS + "?from=tomorrow").send().is(400).names("from");
        api.get(EVENTS + "?mode=by-post").send().is(400).names("mode");
        api.get(EVENTS + "?text=" + "a".repeat(201)).send().is(400).names("text");
    }

    @Test
    void holdsSlotsAsPartsWithSeatsOfTheirOwn() {
        String umbrella =
                published(
                        with(
                                soon(),
                                """
                                {"enrolment": {"place": "nowhere"}, "capacity": null,
                                 "registrationDeadline": null}
                                """));
        Instant start = soon();
        List<String> slots = new ArrayList<>();
        for (int slot = 0; slot < 3; slot++) {
            slots.add(
                    published(
                            with(
                                    start.plus(Duration.ofMinutes(30L * slot)),
                                    "{\"partOf\": \"%s\", \"capacity\": 1}".formatted(umbrella))));
        }
        draft(with(soon(), "{\"partOf\": \"%s\"}".formatted(slots.getFirst())))
                .is(422)
                .names("partOf");
        api.registered(slots.get(1), "a");

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                api.get(EVENTS + "/" + umbrella + "/parts")
                                                        .send()
                                                        .json()
                                                        .at("/items"))
                                        .extracting(
                                                item -> item.at("/id").asString(),
                                                item -> item.at("/situation").asString())
                                        .containsExactly(
                                                tuple(slots.get(0), "open"),
                                                tuple(slots.get(1), "full"),
                                                tuple(slots.get(2), "open")));
    }

    @Test
    void showsSharedEventsInTheListsOfThoseWhoHoldThemToo() {
        Tokens evijarvi = Tokens.of("neighbour").inMunicipality("052").withRoles(Role.COORDINATOR);
        String word = "Yhteinen" + UUID.randomUUID();
        String id =
                published(
                        with(
                                soon(),
                                """
                                {"title": {"fi": "%s"}, "capacity": 1,
                                 "organisers": [{"name": {"fi": "Evijärvi"}, "municipality": "052"}]}
                                """
                                        .formatted(word)));
        api.registered(id, "a");
        api.registered(id, "b");
        String there = "/v1/municipalities/052";

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(api.get(there + "/events?limit=200").send().raw())
                                        .contains(id));
        JsonNode listed = api.get(there + "/events?text=" + word).send().json().at("/items/0");
        assertThat(listed.at("/municipality").asString()).isEqualTo("743");

        Api.Answer shared = api.get(there + "/shared-events/" + id).by(evijarvi).send().is(200);
        assertThat(shared.number("/seats/confirmed")).isEqualTo(1);
        assertThat(shared.number("/seats/waiting")).isEqualTo(1);
        assertThat(shared.raw()).doesNotContain("@example.org");
        api.get(there + "/shared-events/" + id).send().is(401);
        api.get(there + "/shared-events/" + id).by(coordinator()).send().is(404);
        api.get("/v1/municipalities/179/shared-events/" + id).by(stranger()).send().is(404);
        api.get(there + "/events/" + id + "/participants").by(evijarvi).send().is(404);
        api.get(HOME + "/shared-events/" + id).by(coordinator()).send().is(404);
    }

    private List<String> found(String text, String more) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            JsonNode page = api.get(EVENTS + "?text=" + text + more + cursor).send().is(200).json();
            page.at("/items").forEach(item -> ids.add(item.at("/id").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return ids;
    }

    private Instant soon() {
        Instant day = clock.instant().plus(Duration.ofDays(14)).truncatedTo(ChronoUnit.DAYS);
        return day.plus(Duration.ofHours(14));
    }

    private String with(Instant start, String fields) {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(80, start));
        event.setAll((ObjectNode) JSON.readTree(fields));
        return JSON.writeValueAsString(event);
    }

    private String published(String body) {
        String id = draft(body).is(201).text("/id");
        api.put(EVENTS + "/" + id + "/publication")
                .by(coordinator())
                .header("If-Match", "\"1\"")
                .send()
                .is(200);
        return id;
    }

    private Api.Answer draft(String body) {
        return api.post(EVENTS).by(coordinator()).key(newKey()).body(body).send();
    }

    private Api.Answer change(String id, int seen, String body) {
        return api.put(EVENTS + "/" + id)
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private Api.Answer move(String id, String move, int seen, String body) {
        return api.post(EVENTS + "/" + id + "/" + move)
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private Api.Answer archive(String id, int seen) {
        return api.put(EVENTS + "/" + id + "/archive")
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .send();
    }

    private Api.Answer delete(String id, int seen) {
        return api.delete(EVENTS + "/" + id)
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .send();
    }
}
