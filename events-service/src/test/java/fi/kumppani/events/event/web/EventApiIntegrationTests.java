package fi.kumppani.events.event.web;

import static fi.kumppani.events.Api.EVENTS;
import static fi.kumppani.events.Api.coordinator;
import static fi.kumppani.events.Api.newKey;
import static fi.kumppani.events.Api.stranger;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.Topics;
import fi.kumppani.events.Api;
import fi.kumppani.events.EventsServiceTest;
import fi.kumppani.events.MovableClock;
import fi.kumppani.kit.security.Role;
import fi.kumppani.kit.testing.ReceivedMessage;
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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

@EventsServiceTest
class EventApiIntegrationTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OWN = "/v1/municipalities/743/own-events";
    private static final String REASON = "{\"reason\": {\"fi\": \"Sali on suljettu\"}}";

    @Autowired Api api;
    @Autowired TestMessages messages;
    @Autowired MovableClock clock;

    @AfterEach
    void setTheClock() {
        clock.moveTo(Instant.now());
    }

    @Test
    void leadsAnEventFromItsDraftToItsEnd() {
        Api.Answer created = draft(newKey(), api.evening(80)).is(201);
        String id = created.text("/id");
        assertThat(created.header("Location")).isEqualTo(EVENTS + "/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(created.text("/status")).isEqualTo("draft");

        Api.Answer published = publish(id, 1).is(200);
        assertThat(published.header("ETag")).isEqualTo("\"2\"");
        assertThat(published.text("/status")).isEqualTo("published");
        assertThat(published.json().at("/open").asBoolean()).isTrue();

        Api.Answer changed = change(id, 2, api.evening(60)).is(200);
        assertThat(changed.header("ETag")).isEqualTo("\"3\"");
        assertThat(changed.number("/seats/capacity")).isEqualTo(60);

        Api.Answer cancelled = cancel(id, 3).is(200);
        assertThat(cancelled.text("/status")).isEqualTo("cancelled");
        assertThat(cancelled.text("/cancellationReason/fi")).isEqualTo("Sali on suljettu");
        assertThat(cancelled.json().at("/open").asBoolean()).isFalse();

        Awaitility.await()
                .atMost(TestMessages.PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(told(id))
                                        .extracting(ReceivedMessage::type)
                                        .containsExactly(
                                                "events.event.published.v1",
                                                "events.event.changed.v1",
                                                "events.event.cancelled.v1"));
        assertThat(told(id)).extracting(ReceivedMessage::sequence).containsExactly(1L, 2L, 3L);
    }

    @Test
    void answersARepeatedCreationAlikeForEver() {
        String key = newKey();
        String body = api.evening(80);
        Api.Answer first = draft(key, body).is(201);
        publish(first.text("/id"), 1).is(200);

        Api.Answer again = draft(key, body).is(201);

        assertThat(again.raw()).isEqualTo(first.raw());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        draft(key, api.evening(81)).is(422).names("Idempotency-Key");
    }

    @Test
    void asksForAKeyAndForTheVersionOneHasSeen() {
        api.post(EVENTS)
                .by(coordinator())
                .body(api.evening(80))
                .send()
                .is(400)
                .names("Idempotency-Key");
        String id = api.drafted(80);
        api.put(EVENTS + "/" + id).by(coordinator()).body(api.evening(80)).send().is(428);
        api.put(EVENTS + "/" + id + "/publication").by(coordinator()).send().is(428);
        change(id, 7, api.evening(70)).is(412);
        publish(id, 7).is(412);
    }

    @Test
    void letsOneOfThoseWriteWhoHaveSeenTheSameVersionAtOnce() throws Exception {
        String id = api.published(80);
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Api.Answer>> answers = new ArrayList<>();
            for (int seats = 81; seats <= 86; seats++) {
                String body = api.evening(seats);
                answers.add(threads.submit(() -> change(id, 2, body)));
            }
            for (Future<Api.Answer> answer : answers) {
                statuses.add(answer.get().response().getStatus());
            }
        }

        assertThat(statuses).containsOnly(200, 412).containsOnlyOnce(200);
        assertThat(api.get(EVENTS + "/" + id).send().header("ETag")).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T03:30:00+03:00, 2027-10-31T00:30:00Z",
        "2027-10-31T03:30:00+02:00, 2027-10-31T01:30:00Z",
        "2028-03-26T03:30:00+02:00, 2028-03-26T01:30:00Z"
    })
    void keepsWhichHalfPastThreeIsMeantWhenTheClocksAreChanged(String told, String kept) {
        String start = api.evening(80, Instant.parse("2028-04-01T15:00:00Z"));
        ObjectNode event = (ObjectNode) JSON.readTree(start);
        event.put("registrationDeadline", told);

        String id = draft(newKey(), JSON.writeValueAsString(event)).is(201).text("/id");

        assertThat(
                        api.get(EVENTS + "/" + id)
                                .by(coordinator())
                                .send()
                                .text("/registrationDeadline"))
                .isEqualTo(kept);
    }

    @Test
    void countsRegistrationsWithoutTouchingTheRevision() {
        String id = api.published(1);
        api.registered(id, "a");
        api.registered(id, "b");

        Api.Answer event = api.get(EVENTS + "/" + id).send().is(200);
        assertThat(event.header("ETag")).isEqualTo("\"2\"");
        assertThat(event.number("/seats/confirmed")).isEqualTo(1);
        assertThat(event.number("/seats/free")).isZero();
        assertThat(event.number("/seats/waiting")).isEqualTo(1);
        assertThat(event.raw()).doesNotContain("example.org");

        change(id, 2, api.evening(2)).is(200);
        assertThat(api.get(EVENTS + "/" + id).send().number("/seats/waiting")).isZero();
    }

    @Test
    void refusesFewerSeatsThanPeople() {
        String id = api.published(2);
        api.registered(id, "a");
        api.registered(id, "b");

        change(id, 2, api.evening(1)).refusedAs("capacity-below-confirmed");

        assertThat(api.get(EVENTS + "/" + id).send().number("/seats/capacity")).isEqualTo(2);
    }

    @Test
    void refusesMovesThatItsStateDoesNotAllow() {
        cancel(api.drafted(80), 1).refusedAs("not-published");

        String id = api.published(80);
        publish(id, 1).is(200);
        cancel(id, 2).is(200);
        cancel(id, 2).is(200);
        change(id, 3, api.evening(70)).refusedAs("event-cancelled");
        publish(id, 3).refusedAs("event-cancelled");
        api.registering(id, "late", newKey()).send().refusedAs("event-cancelled");
    }

    @Test
    void refusesToPublishWhatIsOver() {
        String past = api.evening(80, clock.instant().minus(Duration.ofDays(1)));

        publish(draft(newKey(), past).is(201).text("/id"), 1).refusedAs("event-over");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    title                | null                             | 422
                    title                | {}                               | 422
                    title                | {"fi": "  "}                     | 422
                    title                | "Järjestöilta"                   | 400
                    venue                | null                             | 422
                    venue.name           | null                             | 422
                    venue.streetAddress  | ""                               | 422
                    startsAt             | null                             | 422
                    startsAt             | "tomorrow"                       | 422
                    capacity             | null                             | 422
                    capacity             | 0                                | 422
                    capacity             | -1                               | 422
                    capacity             | 10001                            | 422
                    coffeeFrom           | "2099-01-01T00:00:00Z"           | 422
                    endsAt               | "2020-01-01T00:00:00Z"           | 422
                    registrationDeadline | "2099-01-01T00:00:00Z"           | 422
                    revision             | 7                                | 422
                    seats                | {"confirmed": 0}                 | 422
                    """)
    void namesTheFieldThatIsAtFault(String field, String value, int status) {
        draft(newKey(), with(field, value)).is(status).names(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "9223372036854775808\n80.5\n'\"80\"'")
    void takesOnlyWholeNumbersOfSeats(String value) {
        Api.Answer answer = draft(newKey(), with("capacity", value));

        assertThat(answer.response().getStatus()).as(answer.raw()).isIn(400, 422);
        answer.names("capacity");
    }

    @Test
    void refusesTextsThatAreTooLong() {
        draft(newKey(), with("title", "{\"sv\": \"" + "a".repeat(201) + "\"}"))
                .is(422)
                .names("title.sv");
        cancel(api.published(1), 2, "{\"reason\": {\"en\": \"" + "a".repeat(501) + "\"}}")
                .is(422)
                .names("reason.en");
    }

    @Test
    void showsDraftsToCoordinatorsOfTheMunicipalityOnly() {
        String id = api.drafted(80);
        String path = EVENTS + "/" + id;

        api.get(path).by(coordinator()).send().is(200);
        api.get(path).send().is(404);
        api.get(path).by(stranger()).send().is(404);
        api.get(path).by(officer()).send().is(404);
        assertThat(api.get(EVENTS + "?limit=200").by(coordinator()).send().is(200).raw())
                .doesNotContain(id);
        api.registering(id, "early", newKey()).send().is(404);
    }

    @Test
    void keepsCoordinatorsToTheirMunicipalityAndOthersToTheirRole() {
        String id = api.published(80);
        String elsewhere = "/v1/municipalities/179/events";

        for (Function<String, Api.Call> call : coordinatorsCalls(id)) {
            call.apply(EVENTS).send().is(401);
            call.apply(EVENTS).by(stranger()).send().is(404);
            call.apply(EVENTS).by(officer()).send().is(403);
        }
        for (Function<String, Api.Call> call : coordinatorsCalls(id).subList(1, 7)) {
            call.apply(elsewhere).by(stranger()).send().is(404);
        }
        api.get(elsewhere + "/" + id).send().is(404);
        assertThat(api.get(elsewhere + "?limit=200").send().is(200).raw()).doesNotContain(id);
        assertThat(api.get(EVENTS + "/" + id).send().header("ETag")).isEqualTo("\"2\"");
    }

    private List<Function<String, Api.Call>> coordinatorsCalls(String id) {
        return List.of(
                events -> api.post(events).key(newKey()).body(api.evening(80)),
                events -> seen(api.put(events + "/" + id).body(api.evening(1))),
                events -> seen(api.put(events + "/" + id + "/publication")),
                events -> seen(api.post(events + "/" + id + "/cancellation").body(REASON)),
                events -> api.get(events + "/" + id + "/journal"),
                events -> api.get(events + "/" + id + "/participants"),
                events ->
                        api.post(events + "/" + id + "/participants/1/cancellation")
                                .body("{\"reason\": \"x\"}"));
    }

    private static Api.Call seen(Api.Call call) {
        return call.header("If-Match", "\"2\"");
    }

    @Test
    void listsWhatIsToComeFirstAndThenThePastPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int days : new int[] {1, 2, 2, 3, 5}) {
            ids.add(publishedIn(days));
        }
        cancel(ids.get(3), 2).is(200);
        clock.pass(Duration.ofHours(60));

        List<String> listed =
                pages(api::get, EVENTS + "?limit=2", item -> item.at("/id").asString());
        listed.retainAll(ids);

        assertThat(listed).doesNotHaveDuplicates().hasSize(5);
        assertThat(listed.subList(0, 2)).containsExactly(ids.get(3), ids.get(4));
        assertThat(listed.subList(2, 4)).containsExactlyInAnyOrder(ids.get(1), ids.get(2));
        assertThat(listed.getLast()).isEqualTo(ids.getFirst());
        api.get(EVENTS + "?cursor=bm9uc2Vuc2U").send().is(400).names("cursor");
        api.get(EVENTS + "?limit=201").send().is(400).names("limit");
    }

    @Test
    void listsDraftsAndArchivedOnesForCoordinatorsAlone() {
        String draft = api.drafted(80);
        String other = publishedIn(3);
        String past = publishedShortly(2);
        String archived = publishedShortly(4);
        clock.pass(Duration.ofMinutes(8));
        seen(api.put(EVENTS + "/" + archived + "/archive")).by(coordinator()).send().is(200);

        List<String> ids = List.of(draft, other, past, archived);
        assertThat(own("?limit=3", ids)).containsExactly(other, draft, archived, past);
        assertThat(own("?limit=2&status=draft", ids)).containsExactly(draft);
        assertThat(own("?limit=2&status=archived", ids)).containsExactly(archived);
        assertThat(own("?text=TURVALLISUUS&status=published", ids)).containsExactly(other, past);
        assertThat(own("?text=uimahalli", ids)).isEmpty();
        assertThat(own("?from=" + inDays(10), ids)).containsExactly(draft);
        assertThat(own("?from=" + inDays(2) + "&to=" + inDays(5), ids)).containsExactly(other);
        assertThat(own("?to=" + inDays(5), ids)).containsExactly(other, archived, past);

        api.get(OWN).send().is(401);
        api.get(OWN).by(officer()).send().is(403);
        api.get(OWN).by(stranger()).send().is(404);
        api.get(OWN + "?status=held").by(coordinator()).send().is(400).names("status");
        api.get(OWN + "?cursor=bm9uc2Vuc2U").by(coordinator()).send().is(400).names("cursor");
    }

    /** An event of five minutes that starts in so many. */
    private String publishedShortly(int minutes) {
        Instant start = clock.instant().plus(Duration.ofMinutes(minutes));
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(80, start));
        event.put("endsAt", start.plus(Duration.ofMinutes(1)).toString());
        String id = draft(newKey(), JSON.writeValueAsString(event)).is(201).text("/id");
        publish(id, 1).is(200);
        return id;
    }

    private String inDays(int days) {
        return clock.instant()
                .plus(Duration.ofDays(days))
                .atZone(FinnishTime.ZONE)
                .toLocalDate()
                .toString();
    }

    private List<String> own(String query, List<String> among) {
        List<String> listed =
                pages(
                        path -> api.get(path).by(coordinator()),
                        OWN + query,
                        item -> item.at("/id").asString());
        listed.retainAll(among);
        return listed;
    }

    @Test
    void writesDownWhoDecidedWhatAndWhy() {
        String id = api.published(1);
        api.registered(id, "a");
        api.registered(id, "b");
        change(id, 2, api.evening(2)).is(200);

        List<String> lines =
                pages(
                        path -> api.get(path).by(coordinator()),
                        EVENTS + "/" + id + "/journal?limit=2",
                        line ->
                                "%s %s %s: %s"
                                        .formatted(
                                                line.path("kind").asString(),
                                                line.path("number").asString("-"),
                                                line.path("by").asString(),
                                                line.path("reason").asString("-")));

        assertThat(lines)
                .containsExactly(
                        "drafted - coordinator:coordinator: -",
                        "published - coordinator:coordinator: -",
                        "confirmed 1 registrant: seat 1 of 1",
                        "waitlisted 2 registrant: 1 of 1 seats taken, 0 waiting",
                        "changed - coordinator:coordinator: capacity 1 to 2",
                        "promoted 2 system: capacity raised");
        api.get(EVENTS + "/" + newKey() + "/journal").by(coordinator()).send().is(404);
    }

    private static List<String> pages(
            Function<String, Api.Call> get, String path, Function<JsonNode, String> word) {
        List<String> words = new ArrayList<>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + next;
            Api.Answer page = get.apply(path + cursor).send().is(200);
            page.json().at("/items").forEach(item -> words.add(word.apply(item)));
            next = page.json().path("next").asString("");
        } while (!next.isEmpty());
        return words;
    }

    private String publishedIn(int days) {
        String soon = api.evening(80, clock.instant().plus(Duration.ofDays(days)));
        String id = draft(newKey(), soon).is(201).text("/id");
        publish(id, 1).is(200);
        return id;
    }

    private String with(String field, String value) {
        ObjectNode event = (ObjectNode) JSON.readTree(api.evening(80));
        boolean inVenue = field.startsWith("venue.");
        ObjectNode holder = inVenue ? (ObjectNode) event.get("venue") : event;
        holder.set(inVenue ? field.substring("venue.".length()) : field, JSON.readTree(value));
        return JSON.writeValueAsString(event);
    }

    private Api.Answer draft(String key, String body) {
        return api.post(EVENTS).by(coordinator()).key(key).body(body).send();
    }

    private Api.Answer publish(String id, int seen) {
        return api.put(EVENTS + "/" + id + "/publication")
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .send();
    }

    private Api.Answer change(String id, int seen, String body) {
        return api.put(EVENTS + "/" + id)
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(body)
                .send();
    }

    private Api.Answer cancel(String id, int seen) {
        return cancel(id, seen, REASON);
    }

    private Api.Answer cancel(String id, int seen, String reason) {
        return api.post(EVENTS + "/" + id + "/cancellation")
                .by(coordinator())
                .header("If-Match", "\"" + seen + "\"")
                .body(reason)
                .send();
    }

    private static Tokens officer() {
        return Tokens.of("officer").inMunicipality("743").withRoles(Role.GRANT_OFFICER);
    }

    private List<ReceivedMessage> told(String id) {
        return messages.received(Topics.EVENTS_EVENT).stream()
                .filter(message -> message.subject().equals(id))
                .toList();
    }
}
