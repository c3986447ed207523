package fi.kumppani.portal.application;

import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What grants-service tells a representative, as a test says. */
public final class FakeGrants {

    /** The application's id. */
    public static final String ID = "01939c5e-0000-7000-8000-0000000000a1";

    /** Where grants-service tells of the municipality. */
    public static final String M = "/v1/municipalities/743";

    /** Where it tells of the application. */
    public static final String APPLICATION = M + "/applications/" + ID;

    /** The page of all applications. */
    public static final String MINE = "/m/743/my/applications";

    /** The page of the application. */
    public static final String PAGE = MINE + "/" + ID;

    private static final String AWARD = APPLICATION + "/award";

    private FakeGrants() {}

    /** A draft with a form of two sections, and the call it answers. */
    public static void draft(StubService grants) {
        grants.on("GET " + M + "/own-applications", Reply.json(200, own("draft", HAND_IN)));
        grants.on("GET " + M + "/calls/c1", Reply.json(200, CALL));
        grants.on("GET " + APPLICATION, application("draft", "").and("ETag", "\"3\""));
        grants.on("POST " + M + "/calls/c1/eligibility", eligibility("yes"));
        grants.on("GET " + M + "/forms/f1/versions/2", Reply.json(200, FORM));
        section(grants, "association", "{\"name\":\"Kyläyhdistys\"}", "\"5\"");
        section(grants, "doing", "{}", "\"0\"");
    }

    static void section(StubService grants, String section, String answers, String etag) {
        grants.on(
                "GET " + APPLICATION + "/sections/" + section,
                Reply.json(200, "{\"section\":\"x\",\"answers\":" + answers + "}")
                        .and("ETag", etag));
    }

    /** The same handed in, and what has become of it. */
    public static void arrived(StubService grants, String status, String more, String due) {
        draft(grants);
        grants.on("GET " + M + "/own-applications", Reply.json(200, own(status, due)));
        grants.on(
                "GET " + APPLICATION,
                application(
                                status,
                                "\"diaryNumber\":\"743/2026/00042\","
                                        + "\"submittedAt\":\"2026-03-03T10:00:00Z\","
                                        + more)
                        .and("ETag", "\"4\""));
    }

    /** The same decided, with an award that waits for an answer. */
    public static void granted(StubService grants) {
        arrived(
                grants,
                "partly-granted",
                """
                "decision":{"id":"d","outcome":"partly-granted","granted":"250.00",
                 "reasons":[{"code":"budget","text":{"fi":"Määräraha <b>ei riitä"}}],
                 "explanation":{"fi":"Kiitos hyvästä hakemuksesta."},"decidedOn":"2026-04-01"},
                """,
                "{\"what\":\"acceptance\",\"on\":\"2026-05-01\",\"overdue\":false}");
        award(grants, "open");
    }

    /** What became of it. */
    public static void award(StubService grants, String answer) {
        grants.on(
                "GET " + AWARD,
                Reply.json(
                                200,
                                """
                                {"granted":"250.00","answer":"%s","acceptUntil":"2026-05-01",
                                 "conditions":{"fi":"Käytetään kuten haettiin."},"paid":"0.00"}
                                """
                                        .formatted(answer))
                        .and("ETag", "\"1\""));
    }

    /** What the rules of a call answer, by whether the association is active. */
    public static Reply eligibility(String active) {
        return Reply.json(
                200,
                """
                {"eligible":false,"possible":%s,"track":"full","rules":[
                 {"rule":"call-open","text":{"fi":"Hakuaika on käynnissä."},"answer":"yes"},
                 {"rule":"association-active","text":{"fi":"Yhdistys toimii."},"answer":"%s"%s},
                 {"rule":"cap","text":{"fi":"Määrä on enintään 400 €."},"answer":"open","field":"requested"}]}
                """
                        .formatted(
                                active.equals("yes"),
                                active,
                                active.equals("yes")
                                        ? ""
                                        : ",\"reason\":\"x\",\"because\":{\"fi\":\"Yhdistys on"
                                                + " purettu.\"}"));
    }

    static Reply application(String status, String more) {
        return Reply.json(200, body(status, "Kyläjuhla", more));
    }

    static String body(String status, String purpose, String more) {
        return """
        {"id":"%s","status":"%s","callId":"c1","associationId":"k1","year":2026,
         "purpose":"%s","requested":"350.50","events":2,"declared":["true"],
         "language":"sv","form":{"id":"f1","version":2,"answers":{"association":{"name":"x"}}},
         "attachments":[{"id":"ab12","name":"säännöt <1>.pdf","mediaType":"application/pdf",
           "bytes":20480,"requirement":"rules"}],
         "otherGrants":[{"issuer":"Säästöpankkisäätiö","year":2026,"amount":"1000.00","granted":true}],
         %s "partners":[],"imported":false}
        """
                .formatted(ID, status, purpose, more);
    }

    private static String own(String status, String due) {
        return """
        {"associations":[{"id":"k1","name":{"fi":"Kortesjärven kyläyhdistys"}},
                         {"id":"k2","name":{"fi":"Ylikylän <i>nuoret"}}],
         "applications":[{"id":"%s","status":"%s","diaryNumber":"743/2026/00042",
           "associationId":"k1","callId":"c1","callTitle":{"fi":"Kylien kehittämisraha"},
           "year":2026,"requested":"350.50","due":[%s]}]}
        """
                .formatted(ID, status, due);
    }

    private static final String HAND_IN =
            "{\"what\":\"hand-in\",\"at\":\"2099-03-31T12:00:00Z\",\"overdue\":false}";

    private static final String CALL =
            """
            {"id":"c1","open":true,"title":{"fi":"Kylien kehittämisraha"},"budget":"30000.00",
             "capPerApplication":"400.00",
             "scheme":{"kind":"event","payment":{"mode":"in-advance"},
              "attachments":[{"id":"rules","label":{"fi":"Säännöt"},"firstTimeOnly":true},
                             {"id":"budget","label":{"fi":"Talousarvio"},"firstTimeOnly":false}],
              "rules":[{"rule":"declaration","id":"true","statement":{"fi":"Vakuutamme tiedot oikeiksi."}},
                       {"rule":"within-year"}]}}
            """;

    private static final String FORM =
            """
            {"id":"f1","version":2,"title":{"fi":"Lomake"},"sections":[
             {"id":"association","title":{"fi":"Yhdistys"},"help":{"fi":"Perustiedot"},
              "questions":[
               {"id":"name","label":{"fi":"Nimi"},"kind":"line","required":true},
               {"id":"members","label":{"fi":"Jäseniä"},"kind":"number","least":0,"most":9000},
               {"id":"fee","label":{"fi":"Jäsenmaksu"},"kind":"amount"},
               {"id":"founded","label":{"fi":"Perustettu"},"kind":"date"}]},
             {"id":"doing","title":{"fi":"Toiminta","sv":"Verksamhet"},"questions":[
               {"id":"what","label":{"fi":"Mitä teette?"},"kind":"text","required":true},
               {"id":"earlier","label":{"fi":"Onko järjestetty ennen?"},"kind":"yes-no"},
               {"id":"count","label":{"fi":"Montako tuli?"},"help":{"fi":"Arvio riittää"},"kind":"number",
                "condition":{"question":"earlier","anyOf":["yes"]}},
               {"id":"for","label":{"fi":"Kenelle?"},"kind":"several",
                "options":[{"id":"old","label":{"fi":"Ikäihmisille"}},{"id":"young","label":{"fi":"Nuorille"}}]}]}]}
            """;
}
