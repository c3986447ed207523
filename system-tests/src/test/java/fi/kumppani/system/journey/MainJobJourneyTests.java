package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import fi.kumppani.contracts.MessageTypes;
import fi.kumppani.contracts.Topics;
import fi.kumppani.contracts.events.RegistrationPromoted;
import fi.kumppani.contracts.grants.ApplicationDecided;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.TopicLog;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The main job, through all four services and Kafka in between. */
class MainJobJourneyTests {

    private static TestStand stand;
    private static Steps steps;
    private static int year;

    @BeforeAll
    static void begin() {
        stand = TestStand.shared();
        steps = new Steps(stand);
        year = Steps.thisYear();
    }

    @Test
    void seatsEightyAndLetsTheEightyFirstWaitUntilSomebodyCancels() throws Exception {
        String event = steps.event("jyvaskyla", "179", 80);
        String first = Steps.address("first");
        steps.register(event, first, "fi").expect(201);
        List<Future<Api.Answer>> rush = new ArrayList<>();
        try (var people = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 79; i++) {
                String address = Steps.address("guest" + i);
                rush.add(people.submit(() -> steps.register(event, address, "fi")));
            }
        }
        for (Future<Api.Answer> each : rush) {
            assertThat(each.get().expect(201).json().path("status").asString())
                    .isEqualTo("confirmed");
        }
        String late = Steps.address("late");

        JsonNode answer = steps.register(event, late, "sv").expect(201).json();

        assertThat(answer.path("status").asString()).isEqualTo("waitlisted");
        assertThat(answer.path("place").asInt()).isEqualTo(1);
        JsonNode letter = steps.letters(late, 1).getFirst();
        assertThat(letter.path("subject").asString()).isNotBlank();
        JsonNode confirmation = steps.letters(first, 1).getFirst();

        steps.anonymousAt(Service.EVENTS)
                .send(
                        "POST",
                        event + "/registrations/1/cancellation",
                        Map.of("X-Link-Token", Steps.token(confirmation)),
                        "")
                .expect(200);

        steps.letters(late, 2);
        steps.letters(first, 2);
        assertThat(steps.lettersNow(late)).hasSize(2);
        JsonNode seats =
                steps.anonymousAt(Service.EVENTS).get(event).expect(200).json().path("seats");
        assertThat(seats.path("confirmed").asInt()).isEqualTo(80);
        assertThat(seats.path("waiting").asInt()).isZero();
        assertThat(new TopicLog(stand).records(Topics.EVENTS_REGISTRATION))
                .filteredOn(sent -> TopicLog.key(sent).endsWith(":81"))
                .filteredOn(sent -> event.endsWith(TopicLog.key(sent).replaceAll(":.*", "")))
                .extracting(sent -> TopicLog.header(sent, "ce_type"))
                .last()
                .isEqualTo(RegistrationPromoted.TYPE);
    }

    @Test
    void tellsThoseWhoRegisteredThatAnEventIsCancelledAndTakesItOutOfTheirCalendars() {
        String event = steps.event("seinajoki", "743", 1);
        String seated = Steps.address("seated");
        String waiting = Steps.address("waiting");
        steps.register(event, seated, "fi").expect(201);
        steps.register(event, waiting, "sv").expect(201);
        steps.letters(waiting, 1);
        assertThat(steps.letters(seated, 1).getFirst().path("attachments").toString())
                .contains("method=REQUEST")
                .contains("invite.ics");

        steps.at(Service.EVENTS, "coordinator.seinajoki")
                .send(
                        "POST",
                        event + "/cancellation",
                        Map.of("If-Match", "\"2\""),
                        "{\"reason\": {\"fi\": \"Sali on suljettu\"}}")
                .expect(200);

        JsonNode told = steps.letters(seated, 2).getFirst();
        assertThat(told.path("text").asString()).contains("Sali on suljettu");
        assertThat(told.path("attachments").toString()).contains("method=CANCEL");
        JsonNode toldToo = steps.letters(waiting, 2).getFirst();
        assertThat(toldToo.path("attachments").toString()).doesNotContain("method");
    }

    @Test
    void grantsWithinTheBudgetAndTellsTheApplicantAndTheReport() throws Exception {
        String association = steps.association("evijarvi", "052");
        String call = steps.call("evijarvi", "052", "600.00", "400.00");
        String address = Steps.address("applicant");
        String before = String.valueOf(steps.figure("052", year, "grantsGranted").asString("0.00"));
        List<String> applications = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            applications.add(
                    steps.application("evijarvi", "052", call, association, "400.00", address));
        }

        List<Future<Api.Answer>> decisions = new ArrayList<>();
        try (var deciders = Executors.newFixedThreadPool(3)) {
            for (String application : applications) {
                decisions.add(
                        deciders.submit(
                                () -> steps.decide("evijarvi", "052", application, "400.00")));
            }
        }

        List<Integer> statuses = new ArrayList<>();
        for (Future<Api.Answer> each : decisions) {
            statuses.add(each.get().status());
        }
        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409);
        assertThat(steps.letters(address, 1)).hasSize(1);
        Steps.eventually(
                "the report to show the grant",
                () -> steps.figure("052", year, "grantsGranted").asString(),
                shown -> cents(shown) == cents(before) + 40_000);
        assertThat(new TopicLog(stand).records(Topics.GRANTS_APPLICATION))
                .filteredOn(
                        sent ->
                                applications.contains(TopicLog.key(sent))
                                        && TopicLog.header(sent, "ce_type")
                                                .equals(ApplicationDecided.TYPE))
                .hasSize(1);
    }

    @Test
    void sendsIssue2Of2024ToThoseWhoConfirmedBeforeAndToNobodyElse() {
        Api coordinator = steps.at(Service.NEWSLETTER, "coordinator.seinajoki");
        String here = "/v1/municipalities/743";
        String list =
                coordinator
                        .post(here + "/lists", Map.of("name", Map.of("fi", "Uutiskirje")))
                        .expect(201)
                        .id();
        List<String> readers =
                List.of(Steps.address("first"), Steps.address("second"), Steps.address("third"));
        String late = Steps.address("late");
        for (String address : readers) {
            ask(list, address);
            confirm(address);
        }
        ask(list, late);
        steps.letters(late, 1);

        Api.Answer draft =
                coordinator
                        .post(
                                here + "/lists/" + list + "/issue-drafts",
                                Map.of(
                                        "number",
                                        2,
                                        "year",
                                        2024,
                                        "title",
                                        Map.of(
                                                "fi",
                                                "Järjestö- ja seurayhteistyön uutiskirje 2/2024"),
                                        "items",
                                        List.of(
                                                Map.of(
                                                        "title",
                                                        Map.of("fi", "Kumppanuuspöytä"),
                                                        "text",
                                                        Map.of("fi", "Tervetuloa!")))))
                        .expect(201);
        coordinator
                .put(here + "/issue-drafts/" + draft.id() + "/sending", draft.etag(), "")
                .expect(202);

        readers.forEach(reader -> steps.letters(reader, 2));
        JsonNode sent =
                Steps.eventually(
                                "the issue to be in the archive",
                                () ->
                                        steps.anonymousAt(Service.NEWSLETTER)
                                                .get(here + "/issues/" + draft.id()),
                                answer -> answer.status() == 200)
                        .json();
        confirm(late);
        assertThat(sent.path("label").asString()).isEqualTo("2/2024");
        assertThat(sent.path("recipients").asInt()).isEqualTo(3);
        assertThat(readers).allSatisfy(it -> assertThat(steps.lettersNow(it)).hasSize(2));
        assertThat(steps.lettersNow(late)).hasSize(1);
    }

    private void ask(String list, String address) {
        steps.anonymousAt(Service.NEWSLETTER)
                .post(
                        "/v1/municipalities/743/lists/" + list + "/subscriptions",
                        Map.of("email", address, "language", "fi"))
                .expect(202);
    }

    private void confirm(String address) {
        JsonNode question = steps.letters(address, 1).getFirst();
        steps.anonymousAt(Service.NEWSLETTER)
                .post(
                        "/v1/municipalities/743/subscription-confirmations",
                        Map.of("token", Steps.token(question)))
                .expect(200);
    }

    @Test
    void putsNoPersonalDataOnKafka() {
        String event = steps.event("ylojarvi", "980", 2);
        String address = Steps.address("private");
        steps.register(event, address, "fi").expect(201);
        steps.letters(address, 1);

        TopicLog log = new TopicLog(stand);
        MessageTypes.all().stream()
                .map(MessageTypes.MessageType::topic)
                .distinct()
                .flatMap(topic -> log.records(topic).stream())
                .forEach(
                        sent ->
                                assertThat(TopicLog.value(sent) + TopicLog.key(sent))
                                        .doesNotContain("@example.org")
                                        .doesNotContain("Yhdistyksen edustaja"));
        for (Service service : Service.values()) {
            assertThat(stand.service(service).log())
                    .as("log of " + service.module())
                    .doesNotContain(address)
                    .doesNotContain("Yhdistyksen edustaja");
        }
    }

    private static long cents(String euros) {
        return new java.math.BigDecimal(euros).movePointRight(2).longValueExact();
    }
}
