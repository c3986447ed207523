package fi.kumppani.localstack.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.localstack.demonstration.DemonstrationFiles.Place;
import fi.kumppani.localstack.system.ScriptedSystem;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Next editions: one of each, however much else there is. */
class DemonstrationLoadTests {

    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final String EVENTS = "/v1/municipalities/179/events";
    private static final String NETWORKS = "/v1/municipalities/179/networks";
    private static final String CALLS = "/v1/municipalities/052/calls";
    private static final String APPEAL_INSTRUCTIONS = "/v1/municipalities/052/appeal-instructions";
    private static final String LATER = "2026-12-20T17:00:00Z";
    private static final String EARLIER = "2026-11-20T17:00:00Z";

    private static final String SERIES = "POST /v1/municipalities/179/series";

    private final ScriptedSystem system = new ScriptedSystem();
    private final Place jyvaskyla = placeOf("179");
    private final Place evijarvi = placeOf("052");

    @BeforeEach
    void knowTheSeries() {
        system.reply(SERIES, 201, "{\"id\": \"s1\"}");
    }

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void findsTheNextEditionBehindManyOtherEvents() throws Exception {
        system.reply(
                "GET " + EVENTS + "?limit=200",
                200,
                page("a+b/=", event("Koetilaisuus", "published", LATER)));
        system.reply(
                "GET " + EVENTS + "?limit=200&cursor=a%2Bb%2F%3D",
                200,
                page("", event(eventTitle(), "published", LATER)));

        assertThat(load(jyvaskyla).nextEvents()).isEqualTo("Jyväskylä (there already)");
        assertThat(system.requests("POST " + EVENTS)).isEmpty();
    }

    @Test
    void announcesTheNextEditionWhenTheLastOneIsOverOrCancelled() throws Exception {
        system.reply(
                "GET " + EVENTS + "?limit=200",
                200,
                page(
                        "",
                        event(eventTitle(), "published", EARLIER),
                        event(eventTitle(), "cancelled", LATER),
                        event("Koetilaisuus", "published", LATER)));
        system.reply("POST " + EVENTS, 201, "{\"id\": \"e1\"}");
        system.reply("PUT " + EVENTS + "/e1/publication", 200, "{}");

        assertThat(load(jyvaskyla).nextEvents()).isEqualTo("Jyväskylä 29.12.2026");
        assertThat(system.requests("POST " + EVENTS)).hasSize(1);
        assertThat(system.requests("PUT " + EVENTS + "/e1/publication")).hasSize(1);
    }

    @Test
    void holdsPartsAndTasksUnderAnEventAndFinishesWhatBrokeOff() throws Exception {
        String events = "/v1/municipalities/052/events";
        String day = evijarvi.nextEvents().getFirst().event().at("/title/fi").asString();
        system.reply("GET " + events + "?limit=200", 200, page("", event(day, "published", LATER)));
        system.reply("POST " + events, 201, "{\"id\": \"p1\"}");
        system.reply("PUT " + events + "/p1/publication", 200, "{}");
        system.reply("PUT " + events + "/e0/tasks", 412, "{}");

        assertThat(load(evijarvi).nextEvents()).isEqualTo("Evijärvi (there already)");
        assertThat(system.requests("POST " + events)).hasSize(2);
        assertThat(system.requests("PUT " + events + "/e0/tasks")).hasSize(1);
    }

    @Test
    void letsMembersIntoANetworkAndPlansTheirMeeting() throws Exception {
        system.reply("POST " + NETWORKS, 201, "{\"id\": \"n1\"}");
        system.reply("GET " + NETWORKS + "/n1", 200, "{\"status\": \"active\"}");
        system.reply(
                "POST /v1/municipalities/179/association-imports",
                200,
                """
                {"rows": [{"id": "a1", "result": "imported"}, {"id": "a2", "result": "unchanged"}]}
                """);
        system.reply("PUT " + NETWORKS + "/n1/memberships/a1", 200, "{}");
        system.reply("PUT " + NETWORKS + "/n1/memberships/a2", 412, "{}");
        system.reply("GET " + EVENTS + "?limit=200", 200, page(""));
        system.reply("POST " + EVENTS, 201, "{\"id\": \"e1\"}");
        system.reply("PUT " + EVENTS + "/e1/publication", 200, "{}");

        assertThat(load(jyvaskyla).networks())
                .isEqualTo("Jyväskylä Liikuntaseurojen seurafoorumi: 2 members, 16.12.2026");
        var asked =
                system.requests("POST /v1/municipalities/179/association-imports")
                        .getFirst()
                        .json()
                        .path("rows");
        assertThat(asked)
                .isNotEmpty()
                .allMatch(row -> row.at("/association/purposeClass").asInt() == 6);
        var meeting = system.requests("POST " + EVENTS).getFirst().json();
        assertThat(meeting.path("networkId").asString()).isEqualTo("n1");
        assertThat(meeting.at("/registration/admitted").asString()).isEqualTo("members");
    }

    @Test
    void leavesANetworkAloneThatSomebodyEnded() throws Exception {
        system.reply("POST " + NETWORKS, 201, "{\"id\": \"n1\"}");
        system.reply("GET " + NETWORKS + "/n1", 200, "{\"status\": \"ended\"}");

        assertThat(load(jyvaskyla).networks()).endsWith("(left as it was changed)");
        assertThat(system.requests("POST " + EVENTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 412})
    void leavesAnEditionAloneThatSomebodyChanged(int status) throws Exception {
        system.reply("GET " + EVENTS + "?limit=200", 200, page(""));
        system.reply("POST " + EVENTS, 201, "{\"id\": \"e1\"}");
        system.reply("PUT " + EVENTS + "/e1/publication", status, "{}");

        assertThat(load(jyvaskyla).nextEvents()).isEqualTo("Jyväskylä (left as it was changed)");
    }

    @Test
    void findsTheOpenCallBehindManyOthers() throws Exception {
        system.reply("GET " + CALLS + "?limit=200", 200, page("c", call("Koehaku")));
        system.reply("GET " + CALLS + "?limit=200&cursor=c", 200, page("", call(callTitle())));

        assertThat(load(evijarvi).nextCalls()).isEqualTo("Evijärvi (there already)");
        assertThat(system.requests("POST " + CALLS)).isEmpty();
    }

    @Test
    void publishesACallWhenNoneIsOpen() throws Exception {
        system.reply("GET " + CALLS + "?limit=200", 200, page("", call("Koehaku")));
        system.reply("POST " + CALLS, 201, "{\"id\": \"c1\"}");
        system.reply("PUT " + CALLS + "/c1/publication", 200, "{}");
        system.reply("GET " + APPEAL_INSTRUCTIONS + "?limit=200", 200, page(""));
        system.reply("PUT " + APPEAL_INSTRUCTIONS + "/2023-01-01", 200, "{}");

        assertThat(load(evijarvi).nextCalls()).isEqualTo("Evijärvi until 16.1.2027");
        assertThat(system.requests("PUT " + CALLS + "/c1/publication")).hasSize(1);
        assertThat(system.requests("PUT " + APPEAL_INSTRUCTIONS + "/2023-01-01")).hasSize(1);
    }

    @Test
    void leavesTheAppealInstructionsAloneThatThereAre() throws Exception {
        system.reply("GET " + CALLS + "?limit=200", 200, page(""));
        system.reply("POST " + CALLS, 201, "{\"id\": \"c1\"}");
        system.reply("PUT " + CALLS + "/c1/publication", 200, "{}");
        system.reply(
                "GET " + APPEAL_INSTRUCTIONS + "?limit=200",
                200,
                page("", "{\"validFrom\": \"2026-01-01\"}"));

        assertThat(load(evijarvi).nextCalls()).isEqualTo("Evijärvi until 16.1.2027");
        assertThat(system.requests("PUT " + APPEAL_INSTRUCTIONS + "/2023-01-01")).isEmpty();
    }

    private DemonstrationLoad load(Place place) {
        return new DemonstrationLoad(system.running(), List.of(place), CLOCK);
    }

    private String eventTitle() {
        return jyvaskyla.nextEvents().getFirst().event().at("/title/fi").asString();
    }

    private String callTitle() {
        return evijarvi.nextCalls().getFirst().call().at("/title/fi").asString();
    }

    private static String event(String title, String status, String endsAt) {
        return """
        {"id": "e0", "title": {"fi": "%s"}, "status": "%s", "open": false,
         "startsAt": "%s", "endsAt": "%s"}
        """
                .formatted(title, status, endsAt, endsAt);
    }

    private static String call(String title) {
        return "{\"title\": {\"fi\": \"%s\"}, \"open\": true}".formatted(title);
    }

    private static String page(String next, String... items) {
        String more = next.isEmpty() ? "" : ", \"next\": \"" + next + "\"";
        return "{\"items\": [" + String.join(", ", items) + "]" + more + "}";
    }

    private static Place placeOf(String code) {
        return DemonstrationFiles.places().stream()
                .filter(place -> place.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
