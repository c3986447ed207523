package fi.kumppani.portal.usage;

import fi.kumppani.portal.application.FakeGrants;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells a grantee of a report, as a test says. */
public final class FakeReport {

    static final String API = FakeGrants.APPLICATION + "/usage-report";
    static final String PAGE = FakeGrants.PAGE + "/report";
    static final String RECEIPTS = PAGE + "/receipts";

    /** A receipt with a file, and one without. */
    static final String TWO_RECEIPTS =
            """
            [{"category":"materials","paidOn":"2026-06-01","amount":"12.50",
              "description":"Kahvia <b>ja pullaa","file":"f1"},
             {"category":"premises","paidOn":"2026-06-02","amount":"100.00",
              "description":"Salin vuokra"}]
            """;

    private FakeReport() {}

    /** A draft of a report with two receipts and two files. */
    public static void draft(StubService grants) {
        FakeGrants.granted(grants);
        FakeGrants.award(grants, "accepted");
        is(grants, "draft", "Tanssit", TWO_RECEIPTS, "\"dueOn\":\"2099-05-01\",", "\"7\"");
    }

    /** The report in another state. */
    static void is(
            StubService grants,
            String status,
            String text,
            String receipts,
            String more,
            String etag) {
        grants.on("GET " + API, report(status, text, receipts, more).and("ETag", etag));
    }

    static Reply report(String status, String text, String receipts, String more) {
        return Reply.json(
                200,
                """
                {"status":"%s","overdue":false,%s
                 "content":{"costs":[{"category":"materials","amount":"112.50"}],
                   "receipts":%s,"participants":1200,"text":"%s"},
                 "used":"112.50","files":[
                  {"id":"f1","name":"kuitti <1>.pdf","mediaType":"application/pdf","bytes":20480},
                  {"id":"f2","name":"ohjelma.pdf","mediaType":"application/pdf","bytes":1}]}
                """
                        .formatted(status, more, receipts, text));
    }
}
