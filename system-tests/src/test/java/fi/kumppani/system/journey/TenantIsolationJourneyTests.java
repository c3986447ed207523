package fi.kumppani.system.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fi.kumppani.system.stand.Api;
import fi.kumppani.system.stand.Service;
import fi.kumppani.system.stand.TestStand;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every endpoint there is, as the running services list them, is tried with the other
 * municipality's tokens; one whose ids are not known here fails.
 */
class TenantIsolationJourneyTests {

    private static final String VICTIM = "743";
    private static final String ATTACKER = "179";
    private static final List<Service> SERVICES =
            List.of(Service.REGISTRY, Service.EVENTS, Service.GRANTS, Service.NEWSLETTER);
    private static final List<String> ATTACKERS =
            List.of(
                    "coordinator.jyvaskyla",
                    "officer.jyvaskyla",
                    "decider.jyvaskyla",
                    "association.jyvaskyla");
    private static final List<String> OWNERS =
            List.of("coordinator.seinajoki", "officer.seinajoki", "decider.seinajoki");
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    private static final Pattern PLACEHOLDER = Pattern.compile("([a-z-]+)/\\{[^}]+}");
    private static final String MUNICIPAL = "/v1/municipalities/{";

    /** Shows another code every ten minutes, whatever anybody does. */
    private static final String CHANGES_WITH_TIME = "/door/code";

    private static final String READING_IS_WRITTEN_DOWN = "/events/{event}/needs";

    private static final Map<String, String> IDS = new HashMap<>();

    /** Sound bodies for the doors that look at the body before they look for a mandate. */
    private static final Map<String, Object> BODIES = new HashMap<>();

    private static TestStand stand;
    private static Steps steps;

    @BeforeAll
    static void begin() {
        stand = TestStand.shared();
        steps = new Steps(stand);
        fillTheVictimsRegisters();
    }

    @Test
    void answersAnotherMunicipalitysTokenAsIfNothingWereThere() {
        Map<String, String> before = everythingTheOwnersSee();
        List<String> leaks = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.path().startsWith(MUNICIPAL) || !endpoint.needsToken()) {
                continue;
            }
            for (String attacker : ATTACKERS) {
                Api.Answer answer = attempt(endpoint, endpoint.at(VICTIM), attacker);
                tried++;
                if (answer.status() != 404) {
                    leaks.add(attacker + " " + endpoint + " → " + answer.status());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(tried).isGreaterThan(80);
        assertThat(everythingTheOwnersSee()).isEqualTo(before);
    }

    @Test
    void findsNoForeignIdUnderOnesOwnMunicipality() {
        Map<String, String> before = everythingTheOwnersSee();
        List<String> leaks = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.path().startsWith(MUNICIPAL) || !endpoint.namesSomething()) {
                continue;
            }
            for (String attacker : ATTACKERS) {
                Api.Answer answer = attempt(endpoint, endpoint.at(ATTACKER), attacker);
                boolean refused = answer.status() >= 400 && answer.status() < 500;
                if (!refused) {
                    leaks.add(attacker + " " + endpoint + " → " + answer.status());
                }
            }
        }

        assertThat(leaks).isEmpty();
        assertThat(everythingTheOwnersSee()).isEqualTo(before);
    }

    @Test
    void letsNobodyWithoutATokenPastAClosedDoor() {
        List<String> leaks = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.needsToken()) {
                Api.Answer answer = attempt(endpoint, endpoint.at(VICTIM), null);
                if (answer.status() != 401) {
                    leaks.add(endpoint + " → " + answer.status());
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void keepsOperatorsAndProgramsDoorsClosedToOfficials() {
        List<String> leaks = new ArrayList<>();
        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.path().startsWith(MUNICIPAL) && endpoint.needsToken()) {
                for (String official : OWNERS) {
                    Api.Answer answer = attempt(endpoint, endpoint.at(VICTIM), official);
                    if (answer.status() != 403) {
                        leaks.add(official + " " + endpoint + " → " + answer.status());
                    }
                }
            }
        }

        assertThat(leaks).isEmpty();
    }

    @Test
    void wouldNoticeAnOpenDoor() {
        assertThat(everythingTheOwnersSee().values())
                .as("what owners see at the same doors")
                .anyMatch(seen -> seen.startsWith("200"));
    }

    private static Map<String, String> everythingTheOwnersSee() {
        Map<String, String> seen = new TreeMap<>();
        for (Endpoint endpoint : endpoints()) {
            if (endpoint.method().equals("GET")
                    && endpoint.path().startsWith(MUNICIPAL)
                    && !endpoint.path().endsWith(CHANGES_WITH_TIME)
                    && !endpoint.path().endsWith(READING_IS_WRITTEN_DOWN)) {
                for (String owner : OWNERS) {
                    Api.Answer answer = attempt(endpoint, endpoint.at(VICTIM), owner);
                    seen.put(owner + " " + endpoint, answer.status() + " " + answer.body());
                }
            }
        }
        return seen;
    }

    private static Api.Answer attempt(Endpoint endpoint, String path, @Nullable String username) {
        Api api =
                username == null
                        ? steps.anonymousAt(endpoint.service())
                        : steps.at(endpoint.service(), username);
        Map<String, String> headers =
                endpoint.method().equals("GET")
                        ? Map.of()
                        : Map.of(
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "If-Match",
                                "\"1\"");
        Object body = BODIES.getOrDefault(endpoint.door(), Map.of());
        return api.send(
                endpoint.method(),
                path,
                headers,
                endpoint.method().equals("GET")
                        ? ""
                        : JsonMapper.shared().writeValueAsString(body));
    }

    private static List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        for (Service service : SERVICES) {
            JsonNode paths =
                    steps.anonymousAt(service).get("/v3/api-docs").expect(200).json().get("paths");
            for (String path : paths.propertyNames()) {
                for (String method : METHODS) {
                    JsonNode operation = paths.get(path).path(method);
                    if (!operation.isMissingNode()) {
                        all.add(
                                new Endpoint(
                                        service,
                                        method.toUpperCase(Locale.ROOT),
                                        path,
                                        operation.path("x-access").asString("nobody")));
                    }
                }
            }
        }
        return all;
    }

    private static Map<String, Object> invitation(String association) {
        return Map.of(
                "associationId",
                association,
                "email",
                Steps.address("invited"),
                "language",
                "fi",
                "modules",
                List.of("grants"));
    }

    private static void fillTheVictimsRegisters() {
        String here = "/v1/municipalities/" + VICTIM;
        String association = steps.association("seinajoki", VICTIM);
        String mandate =
                steps.at(Service.REGISTRY, "coordinator.seinajoki")
                        .post(
                                here + "/mandates",
                                Map.of(
                                        "associationId",
                                        association,
                                        "subject",
                                        UUID.randomUUID().toString(),
                                        "module",
                                        "grants"))
                        .expect(201)
                        .id();
        String invitation =
                steps.at(Service.REGISTRY, "coordinator.seinajoki")
                        .post(here + "/invitations", invitation(association))
                        .expect(201)
                        .id();
        String network = networkOf(association);
        String event = steps.event("seinajoki", VICTIM, 3);
        steps.register(event, Steps.address("victim"), "fi").expect(201);
        Api gatherings = steps.at(Service.EVENTS, "coordinator.seinajoki");
        String series =
                gatherings
                        .post(here + "/series", Map.of("title", Map.of("fi", "Sarja")))
                        .expect(201)
                        .id();
        steps.anonymousAt(Service.EVENTS)
                .post(
                        here + "/series/" + series + "/registrations",
                        Map.of(
                                "name",
                                "Seuraaja",
                                "email",
                                Steps.address("follower"),
                                "language",
                                "fi"))
                .expect(200);
        Api.Answer noTasks = gatherings.get(event + "/tasks").expect(200);
        String task =
                gatherings
                        .put(
                                event + "/tasks",
                                noTasks.etag(),
                                Map.of(
                                        "tasks",
                                        List.of(Map.of("title", Map.of("fi", "Haravointi")))))
                        .expect(200)
                        .json()
                        .at("/tasks/0/id")
                        .asString();
        String call = steps.call("seinajoki", VICTIM, "1000.00", "400.00");
        String form =
                steps.at(Service.GRANTS, "officer.seinajoki")
                        .post(here + "/forms", form())
                        .expect(201)
                        .id();
        String application =
                steps.application(
                        "seinajoki", VICTIM, call, association, "100.00", Steps.address("victim"));
        String boardList =
                steps.at(Service.GRANTS, "officer.seinajoki")
                        .post(
                                here + "/calls/" + call + "/board-lists",
                                Map.of("board", "lautakunta", "meetingOn", "2999-01-01"))
                        .expect(201)
                        .id();
        Api coordinator = steps.at(Service.NEWSLETTER, "coordinator.seinajoki");
        String list =
                coordinator
                        .post(here + "/lists", Map.of("name", Map.of("fi", "Kirje")))
                        .expect(201)
                        .id();
        String draft =
                coordinator
                        .post(
                                here + "/lists/" + list + "/issue-drafts",
                                Map.of(
                                        "number",
                                        1,
                                        "year",
                                        2026,
                                        "title",
                                        Map.of("fi", "Luonnos"),
                                        "items",
                                        List.of()))
                        .expect(201)
                        .id();
        IDS.put("associations", association);
        IDS.put("mandates", mandate);
        IDS.put("invitations", invitation);
        BODIES.put(
                "POST mandates",
                Map.of("associationId", association, "subject", "thief", "module", "grants"));
        BODIES.put("POST invitations", invitation(association));
        IDS.put("populations", "2024-09-26");
        IDS.put("events", event.replaceAll(".*/", ""));
        IDS.put("event", event.replaceAll(".*/", ""));
        IDS.put("shared-events", event.replaceAll(".*/", ""));
        IDS.put("series", series);
        IDS.put("tasks", task);
        IDS.put("networks", network);
        IDS.put("memberships", association);
        IDS.put("distinctions", association);
        IDS.put("registrations", "1");
        IDS.put("participants", "1");
        IDS.put("arrivals", "1");
        IDS.put("actions", "1");
        IDS.put("attachments", "1");
        IDS.put("calls", call);
        IDS.put("applications", application);
        IDS.put("appeal-instructions", "2030-01-01");
        IDS.put("mail-templates", "event-reminder");
        IDS.put("cases", "1");
        IDS.put("board-lists", boardList);
        IDS.put("rows", application);
        IDS.put("decision-powers", UUID.randomUUID().toString());
        IDS.put("retention-schedule", "letters");
        IDS.put("rulings", "1");
        IDS.put("mine", UUID.randomUUID().toString());
        IDS.put("forms", form);
        IDS.put("versions", "1");
        IDS.put("sections", "plan");
        BODIES.put("PUT applications/{id}/sections/{section}", Map.of("answers", Map.of()));
        IDS.put("lists", list);
        IDS.put("issue-drafts", draft);
        IDS.put("issues", draft);
        IDS.put("counted-links", "1");
        Map<String, Object> proposal =
                new HashMap<>(
                        Steps.applicationFacts(call, association, "1.00", Steps.address("thief")));
        BODIES.put("POST applications", Map.copyOf(proposal));
        proposal.keySet().removeAll(List.of("callId", "associationId"));
        BODIES.put("PUT applications/{id}", Map.copyOf(proposal));
        BODIES.put(
                "PUT applications/{id}/supplement-request",
                Map.of("what", Map.of("fi", "Säännöt"), "dueOn", "2999-01-01"));
        BODIES.put("POST applications/{id}/copies", Map.of("callId", call));
        BODIES.put("PUT applications/{id}/transfer", Map.of("callId", call));
        BODIES.put(
                "POST applications/{id}/sendings",
                Map.of("targets", List.of(Map.of("municipality", "052", "callId", call))));
        IDS.put("partners", association);
        BODIES.put(
                "PUT applications/{id}/partners", Map.of("associationIds", List.of(association)));
        BODIES.put(
                "POST calls/{id}/ledger/restatements",
                Map.of("appropriation", "1.00", "reason", "Varas", "decidedIn", "§ 1"));
        BODIES.put(
                "POST applications/{id}/decision/redress/own-claims",
                Map.of("claimant", "Varas", "text", "Vaadin oikaisua"));
        IDS.put("files", "1");
        IDS.put("claims", "1");
        BODIES.put(
                "POST applications/{id}/recovery/claims",
                Map.of(
                        "ground",
                        "unused",
                        "amount",
                        "1.00",
                        "reason",
                        "Varas",
                        "hearingWaived",
                        "unnecessary"));
        BODIES.put(
                "PUT applications/{id}/recovery/claims/{number}/hearing",
                Map.of("answer", "Varas"));
        BODIES.put(
                "PUT applications/{id}/recovery/claims/{number}/decision",
                Map.of("maker", Map.of("kind", "official"), "dueOn", "2999-01-01"));
        BODIES.put(
                "POST applications/{id}/recovery/returns",
                Map.of("amount", "1.00", "receivedOn", "2026-01-01"));
        BODIES.put(
                "PUT applications/{id}/usage-report/supplement-request",
                Map.of("what", Map.of("fi", "Kuitit"), "dueOn", "2999-01-01"));
        BODIES.put(
                "PUT applications/{id}/usage-report/check",
                Map.of(
                        "finding",
                        "rejected",
                        "accepted",
                        "0.00",
                        "recover",
                        "0.00",
                        "reason",
                        "Varas"));
        IDS.put("payment-batches", application);
        BODIES.put(
                "POST payment-batches",
                Map.of(
                        "callId",
                        call,
                        "payer",
                        "Varas",
                        "iban",
                        "FI2112345600000785",
                        "payOn",
                        "2999-01-04"));
        BODIES.put(
                "PUT payment-batches/{batch}/answers",
                Map.of("answers", List.of(Map.of("paymentId", "1", "status", "confirmed"))));
        IDS.put("changes", "1");
        IDS.put("later-decisions", "change-1");
        BODIES.put("POST applications/{id}/changes", Map.of("use", "Varas", "reasons", "Varastan"));
        BODIES.put("PUT applications/{id}/de-minimis/declaration", Map.of("items", List.of()));
        BODIES.put("PUT lists/{listId}", Map.of("name", Map.of("fi", "Varas")));
        BODIES.put(
                "PUT associations/{id}/contact",
                Map.of("email", "varas@example.org", "language", "fi"));
        BODIES.put("PUT sender", Map.of("address", "varas@example.org"));
        BODIES.put("PUT mail-templates/{kind}", Map.of("lead", Map.of("fi", "Varkaan sanat")));
        BODIES.put("POST consent-proofs", Map.of("email", Steps.address("victim")));
        BODIES.put("PUT applications/{id}/award/receipts", Map.of("costs", "1.00"));
        BODIES.put("PUT applications/{id}/bank-account", Map.of("iban", "FI2112345600000785"));
        BODIES.put("POST calls/{id}/eligibility", Map.of("associationId", association));
        BODIES.put(
                "POST series/{series}/registrations",
                Map.of("name", "Varas", "email", Steps.address("thief"), "language", "fi"));
        IDS.put("regions", "14");
        IDS.put("dead-letters", "registry.association");
        IDS.put("read-models", "associations");
    }

    /** A network of the victim, with the association as its member. */
    private static String networkOf(String association) {
        String networks = "/v1/municipalities/" + VICTIM + "/networks";
        Api registry = steps.at(Service.REGISTRY, "coordinator.seinajoki");
        String network =
                registry.post(networks, Map.of("name", Map.of("fi", "Seurafoorumi")))
                        .expect(201)
                        .id();
        var _ =
                registry.put(
                                networks + "/" + network + "/memberships/" + association,
                                "\"0\"",
                                Map.of())
                        .expect(200);
        return network;
    }

    private static Map<String, Object> form() {
        Map<String, Object> question =
                Map.of("id", "purpose", "label", Map.of("fi", "Tarkoitus"), "kind", "text");
        Map<String, Object> section =
                Map.of(
                        "id",
                        "plan",
                        "title",
                        Map.of("fi", "Suunnitelma"),
                        "questions",
                        List.of(question));
        return Map.of("title", Map.of("fi", "Lomake"), "sections", List.of(section));
    }

    /**
     * A door.
     *
     * @param access who may come in, as the kit says it in OpenAPI
     */
    private record Endpoint(Service service, String method, String path, String access) {

        boolean needsToken() {
            return !access.equals("all") && !access.equals("signed-link");
        }

        /** Whether it is about something of one municipality; kinds are the same in all of them. */
        boolean namesSomething() {
            return path.substring(MUNICIPAL.length()).replace("{kind}", "").contains("{");
        }

        /** The method and the path's end, behind the municipality. */
        String door() {
            return method + " " + path.replaceAll("/v1/municipalities/\\{[^}]+}/?", "");
        }

        /** The path with the victim's ids, under a municipality. */
        String at(String municipality) {
            StringBuilder filled = new StringBuilder();
            Matcher placeholders = PLACEHOLDER.matcher(path);
            while (placeholders.find()) {
                String of = placeholders.group(1);
                String id = of.equals("municipalities") ? municipality : IDS.get(of);
                if (id == null) {
                    fail("No case for " + this + ": what is an id of " + of + "?");
                }
                placeholders.appendReplacement(filled, of + "/" + id);
            }
            placeholders.appendTail(filled);
            return filled.toString().replaceAll("\\{group}", "nobody");
        }

        @Override
        public String toString() {
            return service + " " + method + " " + path;
        }
    }
}
