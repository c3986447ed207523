package fi.kumppani.portal.official;

import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells an official of an application that is decided, as a test says. */
public final class FakeDecided {

    /** Where it has the report. */
    public static final String REPORT = FakeWork.APPLICATION + "/usage-report";

    /** Where it has what a grantee asked to change. */
    public static final String CHANGES = FakeWork.APPLICATION + "/changes";

    /** Where it has the account. */
    public static final String ACCOUNT = FakeWork.APPLICATION + "/bank-account";

    /** Where it has what was stated of telling of the decision. */
    public static final String TOLD = FakeWork.APPLICATION + "/decision/notification";

    /** Where it has claims against the decision. */
    public static final String REDRESS = FakeWork.APPLICATION + "/decision/redress";

    /** Where it has what is claimed back. */
    public static final String RECOVERY = FakeWork.APPLICATION + "/recovery";

    private FakeDecided() {}

    /** A grant of 300 euros with all that can follow. */
    public static void granted(StubService grants, StubService registry) {
        FakeWork.waits(grants, registry);
        FakeWork.applicationIs(
                grants,
                "granted",
                """
                "decision":{"outcome":"granted","granted":"300.00","reasons":[],"decidedOn":"2026-04-01"},
                """);
        reportIs(grants, "handed-in", "\"handedInAt\":\"2026-11-02T08:00:00Z\",", "");
        changes(grants, "");
        grants.on(
                "GET " + ACCOUNT,
                Reply.json(
                                200,
                                """
                                {"inUse":{"masked":"FI** 0785","at":"2026-01-02T08:00:00Z"},
                                 "proposed":{"masked":"FI** 0186","at":"2026-11-03T08:00:00Z"}}
                                """)
                        .and("ETag", "\"3\""));
        grants.on("GET " + TOLD, Reply.json(200, NOTIFICATION).and("ETag", "\"2\""));
        redress(grants, "");
        recovery(grants, "");
        grants.on(
                "GET " + FakeWork.APPLICATION + "/repayment-plan",
                Reply.json(
                        200,
                        """
                        {"lent":"300.00","left":"200.00","overdue":"100.00","parts":[
                         {"number":1,"dueOn":"2026-06-01","amount":"100.00","repaid":"100.00","overdue":false},
                         {"number":2,"dueOn":"2026-07-01","amount":"100.00","repaid":"0.00","overdue":true}]}
                        """));
        grants.on(
                "GET " + FakeWork.CALL + "/report-sample",
                Reply.json(
                        200,
                        """
                        {"draws":[{"seed":"ab12","percent":5,"drawnAt":"2026-11-01T08:00:00Z",
                          "among":["%s","a4"],"drawn":["%s"]}]}
                        """
                                .formatted(FakeWork.ID, FakeWork.ID)));
        grants.on("GET " + FakeWork.CALL + "/payables", Reply.json(200, PAYABLES));
        grants.on("GET " + FakeWork.CALL + "/matters", Reply.json(200, MATTERS));
    }

    /**
     * A report that stands so, with a receipt.
     *
     * @param more of the report, each with a comma behind it
     * @param check what the first of two found, with a comma before it
     */
    public static void reportIs(StubService grants, String status, String more, String check) {
        grants.on(
                "GET " + REPORT,
                Reply.json(
                                200,
                                """
                                {"status":"%s","overdue":false,%s
                                 "content":{"costs":[{"category":"materials","amount":"112.50"}],
                                  "receipts":[{"category":"materials","paidOn":"2026-06-01","amount":"12.50",
                                   "description":"Kahvia <b>ja pullaa","file":"f1"}],"participants":1200,"text":"Tanssit"},
                                 "used":"112.50","files":[
                                  {"id":"f1","name":"kuitti.pdf","mediaType":"application/pdf","bytes":20480},
                                  {"id":"f2","name":"ohjelma.pdf","mediaType":"application/pdf","bytes":1}]}
                                """
                                        .formatted(status, more))
                        .and("ETag", "\"7\""));
        grants.on(
                "GET " + REPORT + "/check",
                Reply.json(
                                200,
                                """
                                {"status":"%s","depth":"receipts","used":"112.50","shown":"12.50"%s}
                                """
                                        .formatted(status, check))
                        .and("ETag", "\"7\""));
    }

    /** A request for other terms that waits; what was decided, with a comma before it. */
    public static void changes(StubService grants, String ruling) {
        grants.on(
                "GET " + CHANGES,
                Reply.json(
                                200,
                                """
                                {"terms":{"use":"Kyläjuhla","beginsOn":"2026-06-01"},"items":[
                                 {"number":1,"status":"%s","wish":{"use":"Kesäjuhla <i>"},"reasons":"Sali paloi",
                                  "askedAt":"2026-11-04T08:00:00Z"%s}]}
                                """
                                        .formatted(ruling.isEmpty() ? "open" : "approved", ruling))
                        .and("ETag", "\"4\""));
    }

    /** A claim of the party; what was ruled, with a comma before it. */
    public static void redress(StubService grants, String ruling) {
        grants.on(
                "GET " + REDRESS,
                Reply.json(
                                200,
                                """
                                {"cases":[{"number":1,"kind":"party-claim","decision":1,"arrivedOn":"2026-04-10","late":false,
                                  "hearer":"sivistyslautakunta","claimant":"Kyläyhdistys\\nKylätie 1","text":"Lisää <b>rahaa"%s}]}
                                """
                                        .formatted(ruling))
                        .and("ETag", "\"5\""));
    }

    /** A claim to pay back; its decision, with a comma before it. */
    public static void recovery(StubService grants, String decision) {
        grants.on(
                "GET " + RECOVERY,
                Reply.json(
                                200,
                                """
                                {"claims":[{"number":1,"ground":"not-reported","status":"%s","amount":"250.00",
                                  "reason":"Selvitys puuttuu","hearingUntil":"2026-05-01","answer":"Se katosi <i>",
                                  "returned":"0.00"%s}],
                                 "returns":[{"receivedOn":"2026-06-01","principal":"50.00","interest":"0.00","status":"booked"}],
                                 "returned":"50.00"}
                                """
                                        .formatted(
                                                decision.isEmpty() ? "proposed" : "decided",
                                                decision))
                        .and("ETag", "\"6\""));
    }

    private static final String NOTIFICATION =
            """
            {"applicationId":"a","decision":1,"decidedOn":"2026-04-01","channel":"letter","sentOn":"2026-04-02",
             "mailLost":false,"knownOn":"2026-04-09","partyUntil":"2026-04-23","publishedOn":"2026-04-02",
             "membersUntil":"2026-04-23","finalFrom":"2026-04-24","isFinal":true,"statements":[]}
            """;

    private static final String PAYABLES =
            """
            {"items":[{"position":1,"instalments":[
               {"applicationId":"%s","diaryNumber":"743/2026/00042","instalment":1,"amount":"210.00","holds":[]},
               {"applicationId":"%s","diaryNumber":"743/2026/00042","instalment":2,"amount":"90.00",
                "holds":["earlier-instalment","mystery"]}]},
              {"position":2,"instalments":[]},
              {"position":3,"instalments":[
               {"applicationId":"a4","diaryNumber":"743/2026/00045","instalment":1,"amount":"50.00","payment":"paid",
                "holds":["in-batch"]}]}]}
            """
                    .formatted(FakeWork.ID, FakeWork.ID);

    private static final String MATTERS =
            """
            {"items":[{"position":1,"matters":[
               {"applicationId":"%s","diaryNumber":"743/2026/00042","what":"report-handed-in","since":"2026-11-02"},
               {"applicationId":"%s","diaryNumber":"743/2026/00042","what":"recovery-proposed","number":1}]},
              {"position":2,"matters":[
               {"applicationId":"a4","diaryNumber":"743/2026/00045","what":"redress-open","number":1,"since":"2026-04-10"},
               {"applicationId":"a4","diaryNumber":"743/2026/00045","what":"mystery","since":"2026-04-11"}]}]}
            """
                    .formatted(FakeWork.ID, FakeWork.ID);
}
