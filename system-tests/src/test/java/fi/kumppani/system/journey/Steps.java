package fi.kumppani.system.journey;

import static org.awaitility.Awaitility.await;

import fi.kumppani.contracts.Topic;
import fi.kumppani.contracts.Topics;
import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Broker;
import fi.kumppani.system.stand.Mailbox;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;
import fi.kumppani.system.stand.ThreadDumps;

import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What people do, in the words of the journeys. */
final class Steps {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_.~-]+)");

    private final TestStand stand;
    private final Mailbox mailbox;
    private final Broker broker;

    Steps(TestStand stand) {
        this.stand = stand;
        this.mailbox = new Mailbox(stand);
        this.broker = new Broker(stand);
    }

    Api at(Service service, String username) {
        return Api.anonymous(stand).as(username).at(service);
    }

    Api anonymousAt(Service service) {
        return Api.anonymous(stand).at(service);
    }

    /** The year in Finland. */
    static int thisYear() {
        return Year.now(HELSINKI).getValue();
    }

    /** The year that the report counts new events under. */
    static int eventYear() {
        return eventStart().atZone(HELSINKI).getYear();
    }

    /** Waits for something that comes about by messages. */
    static <T> T eventually(String what, Callable<T> asked, Predicate<T> fits) {
        try {
            return await(what)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreExceptions()
                    .until(asked, value -> fits.test(value));
        } catch (ConditionTimeoutException e) {
            ThreadDumps.write();
            throw e;
        }
    }

    /** An address nobody has had before. */
    static String address(String of) {
        return of + "-" + UUID.randomUUID() + "@example.org";
    }

    /** Registers an association that may apply for grants. */
    String association(String town, String code) {
        return at(Service.REGISTRY, "coordinator." + town)
                .post("/v1/municipalities/" + code + "/associations", associationFacts())
                .expect(201)
                .id();
    }

    static Map<String, Object> associationFacts() {
        return Map.of(
                "name",
                Map.of("fi", "Kyläyhdistys " + UUID.randomUUID()),
                "form",
                "registered-association");
    }

    /** Announces an event with so many seats. */
    String event(String town, String code, int seats) {
        Api coordinator = at(Service.EVENTS, "coordinator." + town);
        String path = "/v1/municipalities/" + code + "/events";
        String id = coordinator.post(path, eventFacts(seats)).expect(201).id();
        coordinator.put(path + "/" + id + "/publication", "\"1\"", "").expect(200);
        return path + "/" + id;
    }

    static Map<String, Object> eventFacts(int seats) {
        Instant start = eventStart();
        return Map.of(
                "title", Map.of("fi", "Järjestöilta", "sv", "Föreningskväll"),
                "venue", Map.of("name", Map.of("fi", "Matara-sali")),
                "coffeeFrom", start.minus(15, ChronoUnit.MINUTES).toString(),
                "startsAt", start.toString(),
                "endsAt", start.plus(2, ChronoUnit.HOURS).toString(),
                "registrationDeadline", start.minus(2, ChronoUnit.DAYS).toString(),
                "capacity", seats);
    }

    private static Instant eventStart() {
        return Instant.now().plus(30, ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS);
    }

    /** Registers somebody without an account. */
    Api.Answer register(String event, String address, String language) {
        return register(event, UUID.randomUUID().toString(), address, language);
    }

    /** The answer to a registration; null when the service died over it. */
    Api.@Nullable Answer registerOrCrash(String event, String address) {
        try {
            return register(event, address, "fi");
        } catch (UncheckedIOException _) {
            return null;
        }
    }

    Api.Answer register(String event, String key, String address, String language) {
        return anonymousAt(Service.EVENTS)
                .post(event + "/registrations", key, registrationFacts(address, language));
    }

    /** Gives a registration up as a coordinator does. */
    Api.Answer giveUp(String event, String town, long number) {
        return at(Service.EVENTS, "coordinator." + town)
                .post(
                        event + "/participants/" + number + "/cancellation",
                        Map.of("reason", "peruttu puhelimitse"));
    }

    /** The numbers of an event's registrations, by what has become of them. */
    Map<String, Set<Long>> participants(String event, String town) {
        Map<String, Set<Long>> byStatus = new HashMap<>();
        String cursor = "";
        do {
            JsonNode page =
                    at(Service.EVENTS, "coordinator." + town)
                            .get(event + "/participants?limit=100" + cursor)
                            .expect(200)
                            .json();
            for (JsonNode each : page.path("items")) {
                byStatus.computeIfAbsent(each.path("status").asString(), _ -> new TreeSet<>())
                        .add(each.path("number").asLong());
            }
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return byStatus;
    }

    static Map<String, Object> registrationFacts(String address, String language) {
        return Map.of("name", "Yhdistyksen edustaja", "email", address, "language", language);
    }

    /** Announces a call and opens it. */
    String call(String town, String code, String budget, String cap) {
        Api officer = at(Service.GRANTS, "officer." + town);
        String path = "/v1/municipalities/" + code + "/calls";
        Api.Answer made = officer.post(path, callFacts(budget, cap)).expect(201);
        officer.put(path + "/" + made.id() + "/publication", made.etag(), "").expect(200);
        return made.id();
    }

    static Map<String, Object> callFacts(String budget, String cap) {
        Instant now = Instant.now();
        return Map.of(
                "title", Map.of("fi", "Kylien kehittämisraha"),
                "year", thisYear(),
                "budget", budget,
                "capPerApplication", cap,
                "eligibleForms", List.of("registered-association"),
                "opensAt", now.minus(1, ChronoUnit.DAYS).toString(),
                "closesAt", now.plus(30, ChronoUnit.DAYS).toString());
    }

    /** Hands an application in, once grants-service has heard of the association. */
    String application(
            String town,
            String code,
            String call,
            String association,
            String amount,
            String address) {
        Api officer = at(Service.GRANTS, "officer." + town);
        String path = "/v1/municipalities/" + code + "/applications";
        Map<String, Object> facts = applicationFacts(call, association, amount, address);
        Api.Answer started =
                eventually(
                        "grants-service to know the association",
                        () -> officer.post(path, facts),
                        answer -> answer.status() == 201);
        officer.put(path + "/" + started.id() + "/submission", started.etag(), "").expect(200);
        return started.id();
    }

    static Map<String, Object> applicationFacts(
            String call, String association, String amount, String address) {
        return Map.of(
                "callId", call,
                "associationId", association,
                "purpose", "Kyläpäivä",
                "requested", amount,
                "events", 1,
                "email", address,
                "language", "fi");
    }

    Api.Answer decide(String town, String code, String application, String amount) {
        return at(Service.GRANTS, "decider." + town)
                .post(
                        "/v1/municipalities/" + code + "/applications/" + application + "/decision",
                        Map.of("decision", "grant", "amount", amount));
    }

    /** A figure of the report. */
    JsonNode figure(String code, int year, String name) {
        return anonymousAt(Service.REGISTRY)
                .get("/v1/municipalities/" + code + "/report?year=" + year)
                .expect(200)
                .json()
                .at("/figures/" + name + "/value");
    }

    /** Waits for so many letters to an address and gives them, newest first. */
    List<JsonNode> letters(String address, int count) {
        return eventually(
                count + " letters to " + address,
                () -> mailbox.to(address),
                letters -> letters.size() >= count);
    }

    /** Waits until a group of listeners is done with all that is on some topics. */
    void heard(String group, Topic... topics) {
        var _ =
                eventually(
                        group + " to have heard all",
                        () -> Stream.of(topics).mapToLong(each -> broker.lag(each, group)).sum(),
                        lag -> lag == 0);
    }

    /** Waits until the report has heard of everything it counts. */
    void heardByTheReport() {
        heard(
                "registry-report",
                Topics.REGISTRY_MUNICIPALITY,
                Topics.REGISTRY_ASSOCIATION,
                Topics.EVENTS_EVENT,
                Topics.EVENTS_REGISTRATION,
                Topics.GRANTS_APPLICATION,
                Topics.NEWSLETTER_ISSUE);
    }

    /** Waits until no mail of a municipality is on its way any more. */
    void allMailsDelivered(String town, String code) {
        var _ =
                eventually(
                        "all mails to be delivered",
                        () ->
                                at(Service.NEWSLETTER, "coordinator." + town)
                                        .get("/v1/municipalities/" + code + "/mails")
                                        .expect(200)
                                        .json()
                                        .path("counts"),
                        counts ->
                                Stream.of("queued", "sending", "uncertain")
                                        .allMatch(state -> counts.path(state).asLong(0) == 0));
    }

    /** The letters to an address so far. */
    List<JsonNode> lettersNow(String address) {
        return mailbox.to(address);
    }

    List<JsonNode> allLettersNow() {
        return mailbox.all();
    }

    /** The token of the link in a letter. */
    static String token(JsonNode letter) {
        Matcher found = TOKEN.matcher(letter.path("text").asString().replace("=\r\n", ""));
        if (!found.find()) {
            throw new AssertionError("No link in the letter: " + letter.path("text").asString());
        }
        return found.group(1);
    }
}
