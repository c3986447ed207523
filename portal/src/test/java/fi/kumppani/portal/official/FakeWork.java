package fi.kumppani.portal.official;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells an official, as a test says. */
public final class FakeWork {

    /** The id of the application. */
    public static final String ID = "01939c5e-0000-7000-8000-0000000000a1";

    /** Where grants-service has the municipality. */
    public static final String M = "/v1/municipalities/743";

    /** Where it has the call. */
    public static final String CALL = M + "/calls/c1";

    /** Where it has the application. */
    public static final String APPLICATION = M + "/applications/" + ID;

    static final String LIST = CALL + "/board-lists/l1";

    /** Where it has a batch of payments. */
    public static final String BATCH = M + "/payment-batches/b1";

    /** The page of the queue. */
    public static final String WORK = "/m/743/work";

    /** The page of the call. */
    public static final String CALL_PAGE = WORK + "/calls/c1";

    static final String LISTS_PAGE = CALL_PAGE + "/lists";
    static final String LIST_PAGE = LISTS_PAGE + "/l1";

    /** The page of the application. */
    public static final String PAGE = WORK + "/applications/" + ID;

    /** The page of the batch. */
    public static final String BATCH_PAGE = WORK + "/batches/b1";

    /** As the stub of the identity provider knows whoever logs in. */
    private static final String MYSELF = "0243f240-c03c-5b56-9482-08e7e1bfdea2";

    private FakeWork() {}

    /** A call whose three applications wait, with all that belongs to them. */
    public static void waits(StubService grants, StubService registry) {
        registry.on("GET " + M, Facts.seinajoki());
        registry.on(
                "GET " + M + "/associations/k1",
                Reply.json(
                        200, "{\"id\":\"k1\",\"name\":{\"fi\":\"Kortesjärven <b>kyläyhdistys\"}}"));
        grants.on(
                "GET " + M + "/calls/announced",
                Reply.json(200, "{\"items\":[" + ONE_CALL + "," + OTHER + "]}"));
        grants.on("GET " + CALL, Reply.json(200, ONE_CALL));
        grants.on("GET " + CALL + "/applications", Reply.json(200, ARRIVED));
        grants.on("GET " + M + "/calls/c2/applications", Reply.json(200, "{\"items\":[]}"));
        grants.on("GET " + CALL + "/comparison", Reply.json(200, COMPARED));
        grants.on("GET " + M + "/calls/c2/comparison", Reply.json(200, "{\"items\":[]}"));
        grants.on(
                "GET " + CALL + "/board-lists",
                Reply.json(200, "{\"items\":[" + list("preparing") + "]}"));
        grants.on("GET " + M + "/calls/c2/board-lists", Reply.json(200, "{\"items\":[]}"));
        grants.on(
                "GET " + M + "/payment-batches",
                Reply.json(
                        200, "{\"items\":[" + batch("proposed") + "," + batch("confirmed") + "]}"));
        grants.on("GET " + CALL + "/matters", Reply.json(200, "{\"items\":[]}"));
        grants.on("GET " + M + "/calls/c2/matters", Reply.json(200, "{\"items\":[]}"));
        grants.on("GET " + M + "/forms/f1/versions/2", Reply.json(200, FORM));
        grants.on("GET " + M + "/decision-reasons", Reply.json(200, REASONS));
        grants.on("GET " + CALL + "/ledger", Reply.json(200, LEDGER));
        grants.on("GET " + CALL + "/ledger/entries", Reply.json(200, ENTRIES));
        grants.on("GET " + BATCH, Reply.json(200, batch("proposed")).and("ETag", "\"1\""));
        listIs(grants, "preparing");
        applicationIs(grants, "submitted", "");
        handlingIs(grants, HANDLED);
    }

    /** The application stands so. */
    public static void applicationIs(StubService grants, String status, String more) {
        grants.on(
                "GET " + APPLICATION,
                Reply.json(
                                200,
                                """
                                {"id":"%s","status":"%s","diaryNumber":"743/2026/00042","callId":"c1","associationId":"k1","year":2026,
                                 "purpose":"Kyläjuhla <script>","requested":"350.50","events":2,"totalCost":"900.00","declared":[],
                                 "language":"sv","form":{"id":"f1","version":2,"answers":{"association":{"members":1200,"young":true,
                                  "for":["old"],"fee":"12.50"}}},
                                 "attachments":[{"id":"ab12","name":"säännöt.pdf","mediaType":"application/pdf","bytes":20480}],
                                 "otherGrants":[{"issuer":"Säätiö","year":2026,"amount":"1000.00","granted":true}],
                                 "partners":[],%s"submittedAt":"2026-03-03T10:00:00Z","imported":false}
                                """
                                        .formatted(ID, status, more))
                        .and("ETag", "\"4\""));
    }

    /** The application as those read it from whom a blind review keeps who applies. */
    static void applicantIsHidden(StubService grants) {
        grants.on(
                "GET " + APPLICATION,
                Reply.json(
                                200,
                                """
                                {"id":"%s","status":"submitted","diaryNumber":"743/2026/00042","callId":"c1","year":2026,
                                 "purpose":"Kyläjuhla","requested":"350.50","events":2,"declared":[],"attachments":[],
                                 "otherGrants":[],"partners":[],"submittedAt":"2026-03-03T10:00:00Z","imported":false}
                                """
                                        .formatted(ID))
                        .and("ETag", "\"4\""));
    }

    static void handlingIs(StubService grants, String handling) {
        grants.on(
                "GET " + APPLICATION + "/handling", Reply.json(200, handling).and("ETag", "\"7\""));
    }

    /** With its two rows, the second of which the reader keeps out of. */
    public static void listIs(StubService grants, String state) {
        grants.on("GET " + LIST, Reply.json(200, list(state)).and("ETag", "\"5\""));
        grants.on(
                "GET " + LIST + "/rows",
                Reply.json(200, "{\"items\":[" + row(state) + "," + CLOSED_ROW + "]}"));
    }

    /** What is proposed on the list. */
    static void proposed(StubService grants, String reason, String etag) {
        grants.on(
                "GET " + LIST + "/rows/" + ID,
                Reply.json(
                                200,
                                """
                                {"position":1,"applicationId":"%s","associationId":"k1","version":3,
                                 "proposal":{"decision":"grant","amount":"300.00","reasons":["%s"],
                                  "explanation":{"fi":"Määräraha jaetaan."}}}
                                """
                                        .formatted(ID, reason))
                        .and("ETag", etag));
    }

    /** That the reader must keep out of it. */
    public static Reply disqualified() {
        return Reply.problem(
                403,
                "{\"type\":\"urn:kumppani:problem:barred\",\"reason\":\"disqualified\",\"ground\":\"board-seat\"}");
    }

    /** That it is refused for this reason. */
    public static Reply refused(String reason) {
        return Reply.problem(409, "{\"reason\":\"" + reason + "\"}");
    }

    /** A batch of two payments. */
    public static String batch(String status) {
        return """
        {"id":"b1","messageId":"m","callId":"c1","status":"%s","payer":"Seinäjoen kaupunki",
         "payerAccount":"FI** **** **** **07 85","payOn":"2026-04-15","total":"700.00",
         "madeAt":"2026-04-02T08:00:00Z","exportedAt":"2026-04-03T08:00:00Z","rows":[
          {"paymentId":"p1","endToEndId":"e1","applicationId":"%s","diaryNumber":"743/2026/00042","instalment":1,
           "amount":"350.50","payee":"Kyläyhdistys","account":"FI** 11","stage":"waiting"},
          {"paymentId":"p2","endToEndId":"e2","applicationId":"a2","diaryNumber":"743/2026/00043","instalment":1,
           "amount":"349.50","payee":"Nuoret","account":"FI** 12","stage":"rejected","reasonCode":"AC01"}]}
        """
                .formatted(status, ID);
    }

    static String list(String state) {
        return """
        {"id":"l1","callId":"c1","board":"Sivistyslautakunta","meetingOn":"2026-04-20","state":"%s","rows":2,
         "proposed":"300.00"%s}
        """
                .formatted(
                        state,
                        state.equals("recorded")
                                ? ",\"minutes\":{\"section\":\"§"
                                      + " 42\",\"withdrawals\":[],\"recordedAt\":\"2026-04-21T08:00:00Z\"}"
                                : "");
    }

    private static String row(String state) {
        return """
        {"position":1,"applicationId":"%s","diaryNumber":"743/2026/00042","associationId":"k1",
         "associationName":{"fi":"Kortesjärven kyläyhdistys"},"requested":"350.50",
         "proposal":{"decision":"grant","amount":"300.00","reasons":["budget-exhausted"]},"version":3%s}
        """
                .formatted(
                        ID,
                        state.equals("recorded")
                                ? ",\"resolution\":\"otherwise\",\"resolved\":{\"decision\":\"refuse\",\"reasons\":[\"incomplete\"]},\"outcome\":\"refused\""
                                : "");
    }

    private static final String CLOSED_ROW =
            """
            {"position":2,"applicationId":"a3","diaryNumber":"743/2026/00044","associationId":"k3",
             "associationName":{"fi":"Nuorisoseura"},"disqualified":"board-seat"}
            """;

    private static final String ONE_CALL =
            """
            {"id":"c1","status":"closed","open":false,"title":{"fi":"Kylien kehittämisraha","sv":"Byautvecklingsmedel"},
             "year":2026,"budget":"30000.00","capPerApplication":"400.00","opensAt":"2099-01-01T08:00:00Z",
             "closesAt":"2099-03-31T12:00:00Z","scheme":{"kind":"event","criteria":[
              {"id":"effect","text":{"fi":"Vaikuttavuus"},"weight":60},
              {"id":"plan","text":{"fi":"Suunnitelma"},"weight":40,"mostPoints":10}],
              "report":{"daysAfterDecision":60,"samplePercent":5}}}
            """;

    private static final String OTHER =
            """
            {"id":"c2","status":"published","open":true,"title":{"fi":"Jatkuva haku"},"year":2026,"budget":"5000.00",
             "opensAt":"2026-01-01T08:00:00Z",
             "closesAt":"2099-12-31T12:00:00Z"}
            """;

    private static final String ARRIVED =
            """
            {"items":[
             {"id":"%s","status":"submitted","diaryNumber":"743/2026/00042","associationId":"k1","submittedAt":"2026-03-03T10:00:00Z"},
             {"id":"a2","status":"supplementing","diaryNumber":"743/2026/00043","associationId":"k2","submittedAt":"2026-03-01T10:00:00Z"},
             {"id":"a3","diaryNumber":"743/2026/00044","associationId":"k3","submittedAt":"2026-02-01T10:00:00Z","disqualified":"board-seat"},
             {"id":"a4","status":"granted","diaryNumber":"743/2026/00045","associationId":"k4","submittedAt":"2026-02-02T10:00:00Z"}]}
            """
                    .formatted(ID);

    static final String COMPARED =
            """
            {"items":[
             {"applicationId":"%s","diaryNumber":"743/2026/00042","associationId":"k1",
              "associationName":{"fi":"Kortesjärven <b>kyläyhdistys"},"requested":"350.50",
              "pastGrants":[{"year":2025,"granted":"200.00"}],"total":"72.50","reviews":2,
              "assignee":"%s","state":"in-handling","status":"submitted"},
             {"applicationId":"a2","diaryNumber":"743/2026/00043","requested":"100.00","pastGrants":[],"reviews":0,
              "assignee":"somebody","state":"in-handling","status":"supplementing"},
             {"applicationId":"a3","diaryNumber":"743/2026/00044","disqualified":"board-seat"},
             {"applicationId":"a4","diaryNumber":"743/2026/00045","associationName":{"fi":"Martat"},"requested":"50.00",
              "pastGrants":[],"reviews":1,"state":"reviewed","status":"granted"}]}
            """
                    .formatted(ID, MYSELF);

    /** By nobody yet. */
    static final String WAITING =
            """
            {"applicationId":"a","callId":"c1","state":"waiting","status":"submitted","blind":false,"proposal":{},
             "roundClosed":false,"reviewsGiven":1,"ownReviewGiven":false,"reviews":[]}
            """;

    /** By the reader, who has given a review. */
    static final String HANDLED =
            """
            {"applicationId":"a","callId":"c1","state":"in-handling","status":"submitted","blind":false,"proposal":{},
             "assignment":{"officer":"x","mine":true,"since":"2026-03-05T08:00:00Z"},
             "roundClosed":false,"reviewsGiven":2,"ownReviewGiven":true,"reviews":[
              {"reviewer":"x","mine":true,"points":{"effect":4,"plan":7},"comment":"Hyvä suunnitelma","disregarded":false},
              {"reviewer":"y","mine":false,"points":{"effect":2,"plan":9},"disregarded":true}],
             "score":{"total":"76.00","reviews":1,"criteria":[
              {"id":"effect","text":{"fi":"Vaikuttavuus"},"weight":60,"points":4,"mostPoints":5,"share":"48.00"},
              {"id":"plan","text":{"fi":"Suunnitelma"},"weight":40,"points":7,"mostPoints":10,"share":"28.00"}]}}
            """;

    private static final String FORM =
            """
            {"id":"f1","version":2,"title":{"fi":"Lomake"},"sections":[
             {"id":"association","title":{"fi":"Yhdistys"},"questions":[
               {"id":"members","label":{"fi":"Jäseniä"},"kind":"number"},
               {"id":"young","label":{"fi":"Onko nuoria?"},"kind":"yes-no"},
               {"id":"fee","label":{"fi":"Jäsenmaksu"},"kind":"amount"},
               {"id":"for","label":{"fi":"Kenelle?"},"kind":"several",
                "options":[{"id":"old","label":{"fi":"Ikäihmisille"}}]}]},
             {"id":"empty","title":{"fi":"Tyhjä osa"},"questions":[]}]}
            """;

    private static final String REASONS =
            """
            {"items":[{"code":"budget-exhausted","text":{"fi":"Määräraha ei riitä","sv":"Anslaget räcker inte till"}},
                      {"code":"incomplete","text":{"fi":"Hakemusta ei ole täydennetty"}}]}
            """;

    private static final String LEDGER =
            """
            {"budgetLine":{},"appropriation":"30000.00","available":"29000.00","reserved":"0.00","granted":"300.50",
             "paid":"699.50","returned":"0.00","entries":2}
            """;

    static final String ENTRIES =
            """
            {"items":[{"number":1,"kind":"appropriated","from":"budget","to":"available","amount":"30000.00",
               "reason":"Talousarvio","decidedIn":"§ 12","at":"2026-01-02T08:00:00Z"},
              {"number":2,"kind":"granted","from":"reserved","to":"granted","amount":"300.50","applicationId":"%s",
               "at":"2026-04-01T08:00:00Z"}],"next":"two"}
            """
                    .formatted(ID);
}
