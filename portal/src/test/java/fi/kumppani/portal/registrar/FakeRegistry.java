package fi.kumppani.portal.registrar;

import com.sun.net.httpserver.HttpExchange;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** A registry that refuses what registry-service refuses: acts without their headers. */
public final class FakeRegistry {

    /** The municipality's part of the registry. */
    public static final String M = "/v1/municipalities/743";

    /** An association that nobody has verified. */
    public static final String A1 = M + "/associations/a1";

    /** A network, of which a1 is a member, and which a2 wants to join. */
    public static final String N1 = M + "/networks/n1";

    /** Where associations are asked to confirm their data. */
    static final String REQUESTS = M + "/confirmation-requests";

    /** An open invitation to act for a1. */
    public static final String I1 = M + "/invitations/i1";

    /** What looks like the same association. */
    public static final String DUPLICATES = M + "/possible-duplicates";

    /** The page of the registry. */
    static final String PAGE = "/m/743/registry";

    private FakeRegistry() {}

    /** Has an association, a network and a mandate there. */
    public static void holds(StubService registry) {
        registry.on("GET " + M, Facts.seinajoki());
        registry.on("GET " + M + "/associations", list(association("a1", "unverified")));
        registry.on("POST " + M + "/associations", keyed(Reply.json(201, "{\"id\":\"a1\"}")));
        registry.on("GET " + A1, versioned(association("a1", "unverified")));
        registry.on("GET " + M + "/associations/a2", versioned(association("a2", "verified")));
        registry.on("PUT " + A1, seen(association("a1", "unverified")));
        registry.on("PUT " + A1 + "/verification", seen(association("a1", "verified")));
        registry.on("PUT " + A1 + "/dissolution", seen(association("a1", "dissolved")));
        confirmations(registry);
        duplicates(registry);
        registry.on("GET " + M + "/networks", list(network("active")));
        registry.on("POST " + M + "/networks", keyed(Reply.json(201, "{\"id\":\"n1\"}")));
        registry.on("GET " + N1, versioned(network("active")));
        registry.on("PUT " + N1, seen(network("active")));
        registry.on("PUT " + N1 + "/ending", seen(network("ended")));
        registry.on(
                "GET " + N1 + "/memberships",
                list(membership("a1", "member", "since"), membership("a2", "asked", "askedOn")));
        membership(registry, "a1", "member", "since");
        membership(registry, "a2", "asked", "askedOn");
        registry.on("GET " + M + "/mandates", list(mandate(), ended()));
        registry.on("POST " + M + "/mandates", keyed(Reply.json(201, "{\"id\":\"m2\"}")));
        registry.on("GET " + M + "/mandates/m1", versioned(mandate()));
        registry.on("PUT " + M + "/mandates/m1/revocation", seen(mandate()));
        registry.on("GET " + M + "/invitations", list(invitation("open")));
        registry.on("POST " + M + "/invitations", keyed(Reply.json(201, "{\"id\":\"i2\"}")));
        registry.on("GET " + I1, versioned(invitation("open")));
        registry.on("PUT " + I1 + "/withdrawal", seen(invitation("withdrawn")));
        registry.on("GET " + I1 + "/offer", linked(Reply.json(200, offer("open"))));
        registry.on("PUT " + I1 + "/acceptance", linked(Reply.json(200, "{\"id\":\"i1\"}")));
        registry.on("GET " + M + "/own-associations", list(association("a1", "verified")));
    }

    /** What looks like the same association, and what does not any more. */
    private static void duplicates(StubService registry) {
        Reply done = Reply.json(204, "");
        registry.on(
                "GET " + DUPLICATES, list(pair("\"grounds\":[\"same-name\",\"same-mailbox\"]")));
        registry.on("GET " + DUPLICATES + "/of-name", list());
        registry.on("GET " + M + "/distinctions", list(pair("\"saidOn\":\"2026-02-02\"")));
        registry.on("PUT " + A1 + "/distinctions/a2", done);
        registry.on("DELETE " + A1 + "/distinctions/a2", done);
    }

    /** Two associations. */
    static String pair(String more) {
        return "{\"associations\":[%s,%s],%s}"
                .formatted(association("a1", "unverified"), association("a2", "verified"), more);
    }

    /** Whether data are right, and where mail goes. */
    private static void confirmations(StubService registry) {
        String contact = "{\"email\":\"seura@example.org\",\"language\":\"sv\"}";
        registry.on("GET " + A1 + "/contact", versioned(contact));
        registry.on("PUT " + A1 + "/contact", seen(contact));
        registry.on("PUT " + A1 + "/confirmation", seen(association("a1", "verified")));
        registry.on("PUT " + A1 + "/confirmation-request", seen(association("a1", "verified")));
        registry.on("POST " + REQUESTS, Reply.json(200, "{\"asked\":12,\"withoutContact\":3}"));
        registry.on("GET " + REQUESTS + "/yearly", versioned("{\"on\":false}"));
        registry.on("PUT " + REQUESTS + "/yearly", seen("{\"on\":true}"));
        registry.on("DELETE " + REQUESTS + "/yearly", seen("{\"on\":false}"));
    }

    /** How a membership stands, and what may be done with it. */
    private static void membership(
            StubService registry, String association, String status, String day) {
        String path = N1 + "/memberships/" + association;
        String body = membership(association, status, day);
        registry.on("GET " + path, versioned(body));
        registry.on("PUT " + path, seen(membership(association, "member", "since")));
        registry.on("PUT " + path + "/request", seen(membership(association, "asked", "askedOn")));
        registry.on("PUT " + path + "/ending", seen(membership(association, "ended", "until")));
    }

    /** Answers with the third version. */
    public static Reply versioned(String body) {
        return Reply.json(200, body).and("ETag", "\"3\"");
    }

    /** Does what is asked of who has seen the third version. */
    public static Reply seen(String body) {
        return exchange -> {
            String version = exchange.getRequestHeaders().getFirst("If-Match");
            if (version == null) {
                Reply.problem(428, "precondition-required").answer(exchange);
            } else if (version.equals("\"3\"")) {
                Reply.json(200, body).and("ETag", "\"4\"").answer(exchange);
            } else {
                Reply.problem(412, "stale").answer(exchange);
            }
        };
    }

    /** Answers whoever holds the link of an invitation, and nobody else. */
    public static Reply linked(Reply reply) {
        return exchange ->
                ("secret".equals(exchange.getRequestHeaders().getFirst("X-Link-Token"))
                                ? reply
                                : Reply.problem(404, "not-found"))
                        .answer(exchange);
    }

    private static Reply keyed(Reply reply) {
        return exchange ->
                (hasKey(exchange) ? reply : Reply.problem(400, "malformed")).answer(exchange);
    }

    private static boolean hasKey(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Idempotency-Key") != null;
    }

    static Reply list(String... items) {
        return Reply.json(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    /** An association. */
    public static String association(String id, String status) {
        return """
        {"id":"%s","name":{"fi":"Kylien <i> liitto %s","sv":"Byarnas förbund"},
         "businessId":"1633241-3","registerNumber":"178462","form":"registered-association",
         "homeMunicipality":"743","purposeClass":5,"themes":["villages","youth"],
         "status":"%s","active":true,"imported":false,"registeredAt":"2026-03-03T08:00:00Z",
         "confirmedOn":"2025-05-05","confirmationAskedOn":"2026-11-20"}
        """
                .formatted(id, id, status);
    }

    static String network(String status) {
        return """
        {"id":"n1","name":{"fi":"Seurafoorumi"},"description":{"fi":"Seurat ja kaupunki"},
         "contactRole":{"fi":"Seurakoordinaattori"},"status":"%s","endedOn":"2026-11-01"}
        """
                .formatted(status);
    }

    private static String membership(String association, String status, String day) {
        return """
        {"networkId":"n1","associationId":"%s","status":"%s","%s":"2026-02-02"}
        """
                .formatted(association, status, day);
    }

    private static String mandate() {
        return """
        {"id":"m1","associationId":"a1","subject":"5f1f6f0a-2c1e","module":"grants","valid":true,
         "granted":{"at":"2026-11-02T08:00:00Z","capacity":"main-user","subject":"9b2e-main"}}
        """;
    }

    private static String ended() {
        return """
        {"id":"m0","associationId":"a1","subject":"77aa-former","module":"administration",
         "valid":false,
         "granted":{"at":"2026-10-02T08:00:00Z","capacity":"coordinator","subject":"0243"},
         "revoked":{"at":"2026-11-01T08:00:00Z","capacity":"coordinator","subject":"0243"}}
        """;
    }

    private static String invitation(String status) {
        return """
        {"id":"i1","associationId":"a1","modules":["registry","grants"],"status":"%s",
         "recipient":"m…@example.org","by":"main-user","madeAt":"2026-11-20T08:00:00Z",
         "expiresAt":"2026-12-04T08:00:00Z"}
        """
                .formatted(status);
    }

    /** What whoever holds the link of the invitation is told. */
    public static String offer(String status) {
        return """
        {"id":"i1","associationId":"a1","modules":["registry","administration"],"status":"%s",
         "by":"coordinator","madeAt":"2026-11-20T08:00:00Z","expiresAt":"2026-12-04T08:00:00Z"}
        """
                .formatted(status);
    }
}
