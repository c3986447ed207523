package fi.kumppani.portal.grantee;

import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells a grantee after the decision, as a test says. */
public final class FakeGrantee {

    static final String ACCOUNT = FakeGrants.PAGE + "/account";
    static final String CHANGES = FakeGrants.PAGE + "/changes";
    static final String CLAIMS = FakeGrants.PAGE + "/claims";
    static final String ACCOUNT_API = FakeGrants.APPLICATION + "/bank-account";
    static final String CHANGES_API = FakeGrants.APPLICATION + "/changes";
    static final String CLAIMS_API = FakeGrants.APPLICATION + "/recovery";

    private FakeGrantee() {}

    /** A grant with an account in use, a refused request and a claim to which one may answer. */
    public static void granted(StubService grants) {
        FakeGrants.granted(grants);
        FakeGrants.award(grants, "accepted");
        account(grants, "\"inUse\":{\"masked\":\"FI…0785\",\"at\":\"2026-03-03T10:00:00Z\"}");
        changes(grants, REFUSED);
        claims(grants, PROPOSED, "");
    }

    /** A decision that came after the one on the application, and has a document. */
    static void decidedLater(StubService grants, String kind) {
        grants.on(
                "GET " + FakeGrants.APPLICATION + "/later-decisions",
                Reply.json(
                        200,
                        """
                        {"items":[{"id":"%1$s-1","kind":"%1$s","number":1,"decidedOn":"2026-05-05",
                          "hasDocument":true,"knownOn":"2026-05-12","partyUntil":"2026-05-26"}]}
                        """
                                .formatted(kind)));
    }

    static void account(StubService grants, String accounts) {
        grants.on("GET " + ACCOUNT_API, Reply.json(200, "{" + accounts + "}").and("ETag", "\"2\""));
    }

    static void changes(StubService grants, String items) {
        grants.on("GET " + CHANGES_API, changes(items).and("ETag", "\"4\""));
    }

    static Reply changes(String items) {
        return Reply.json(
                200,
                "{\"terms\":{\"use\":\"Kyläjuhla\",\"beginsOn\":\"2026-06-01\"},\"items\":["
                        + items
                        + "]}");
    }

    static void claims(StubService grants, String claims, String returns) {
        grants.on(
                "GET " + CLAIMS_API,
                Reply.json(
                                200,
                                "{\"claims\":[%s],\"returns\":[%s],\"returned\":\"0.00\"}"
                                        .formatted(claims, returns))
                        .and("ETag", "\"5\""));
    }

    static final String REFUSED =
            """
            {"number":1,"status":"refused","wish":{"endsOn":"2026-12-31"},
             "reasons":"Sali <b>paloi","askedAt":"2026-05-01T09:00:00Z",
             "ruling":{"maker":"official","decidedOn":"2026-05-05",
              "explanation":{"fi":"Päivät olivat ehtona."}}}
            """;

    static final String OPEN =
            """
            {"number":2,"status":"open","wish":{"use":"Kylätanssit"},"reasons":"Sade",
             "askedAt":"2026-05-06T09:00:00Z"}
            """;

    static final String PARTLY =
            """
            {"number":3,"status":"partly-approved","wish":{"use":"Tanssit","endsOn":"2026-12-31"},
             "reasons":"","askedAt":"2026-05-06T09:00:00Z",
             "ruling":{"approved":{"endsOn":"2026-11-30"},"maker":"board","decidedOn":"2026-05-09",
              "explanation":{"fi":"Kuukausi riittää."}}}
            """;

    static final String PROPOSED =
            """
            {"number":1,"ground":"other-purpose","status":"proposed","amount":"100.00",
             "reason":"Rahalla <b>ostettiin grilli.","hearingUntil":"2099-05-01","returned":"0.00"}
            """;

    static final String DECIDED =
            """
            {"number":1,"ground":"unused","status":"decided","amount":"100.00","reason":"Jäi.",
             "hearingUntil":"2026-05-01","answer":"Ei jäänyt.",
             "maker":{"kind":"official","title":"Sivistysjohtaja","section":"12 §"},
             "decidedOn":"2026-05-09","dueOn":"2026-06-09","returned":"40.00","owed":"60.00",
             "interest":"1.25"}
            """;

    static final String PART_PAID =
            """
            {"claim":1,"receivedOn":"2026-06-20","principal":"40.00","interest":"0.50","status":"booked"},
            {"claim":1,"receivedOn":"2026-06-21","principal":"7.77","interest":"0.00","status":"refused"},
            {"receivedOn":"2026-05-20","principal":"10.00","interest":"0.00","status":"booked"}
            """;
}
