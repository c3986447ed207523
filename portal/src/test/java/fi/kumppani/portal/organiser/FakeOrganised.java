package fi.kumppani.portal.organiser;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What events-service tells coordinators of their events, and refuses, as a test says. */
public final class FakeOrganised {

    static final String M = "/v1/municipalities/743";
    static final String EVENT = M + "/events/" + Facts.EVENT;
    static final String LIST = "/m/743/organise/events";
    static final String PAGE = LIST + "/" + Facts.EVENT;

    private static final String TASKS =
            """
            {"tasks":[
              {"id":"1","title":{"fi":"Haravointi"},"area":{"fi":"Kylätalo"},"details":{"fi":"Aloitetaan pihasta."},
               "materials":[{"what":{"fi":"säkkiä","sv":"säckar"},"amount":20},{"what":{"fi":"haravaa"},"amount":5}],
               "done":false},
              {"id":"2","title":{"fi":"Kuljetus"},"materials":[],
               "takenBy":{"name":{"fi":"VPK"},"associationId":"a1"},"done":true}]}
            """;
    private static final String SEEN = "\"6\"";

    private FakeOrganised() {}

    /** An event with more than any form shows, in all lists, with its participants and memo. */
    public static void event(StubService events, String status) {
        is(events, whole(status));
        events.on(
                "GET " + M + "/own-events",
                Facts.listing(whole("draft"), whole("published"), whole("cancelled")));
        events.on("POST " + M + "/events", made());
        events.on("PUT " + EVENT, seen(SEEN, Reply.json(200, whole(status))));
        for (String move : new String[] {"publication", "archive"}) {
            events.on("PUT " + EVENT + "/" + move, seen(SEEN, Reply.json(200, whole(status))));
        }
        for (String move : new String[] {"postponement", "cancellation"}) {
            events.on("POST " + EVENT + "/" + move, seen(SEEN, Reply.json(200, whole(status))));
        }
        events.on("DELETE " + EVENT, seen(SEEN, Reply.with(204, "application/json", "")));
        events.on(
                "GET " + EVENT + "/participants",
                listing(
                        participant(
                                1, "confirmed", "\"associationId\":\"a1\",\"group\":\"culture\","),
                        participant(2, "requested", ""),
                        participant(3, "waitlisted", "\"place\":1,"),
                        participant(4, "cancelled", "\"ending\":\"given-up\",")));
        events.on("GET " + EVENT + "/memo", memo("draft"));
        events.on("PUT " + EVENT + "/memo", seen("\"3\"", memo("draft")));
        Reply tasks = Reply.json(200, TASKS).and("ETag", "\"2\"");
        events.on("GET " + EVENT + "/tasks", tasks);
        events.on("PUT " + EVENT + "/tasks", seen("\"2\"", tasks));
    }

    /** The event as it is kept now. */
    static void is(StubService events, String event) {
        events.on("GET " + EVENT, Reply.json(200, event).and("ETag", SEEN));
    }

    /** The list that ends here. */
    static Reply listing(String... items) {
        return Reply.json(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    /** Answers only those who say which version they have seen. */
    static Reply seen(String version, Reply reply) {
        return exchange -> {
            String sent = exchange.getRequestHeaders().getFirst("If-Match");
            Reply answer =
                    sent == null
                            ? Reply.problem(428, "precondition-required")
                            : sent.equals(version) ? reply : Reply.problem(412, "stale");
            answer.answer(exchange);
        };
    }

    private static Reply made() {
        return exchange -> {
            Reply answer =
                    exchange.getRequestHeaders().containsKey("Idempotency-Key")
                            ? Reply.json(
                                    201, "{\"id\":\"" + Facts.EVENT + "\",\"status\":\"draft\"}")
                            : Reply.problem(
                                    400,
                                    "{\"errors\":[{\"field\":\"Idempotency-Key\",\"code\":\"required\"}]}");
            answer.answer(exchange);
        };
    }

    /** An event to come with everything that can be said of one. */
    static String whole(String status) {
        return """
        {"id":"%s","status":"%s","situation":"%s","open":true,
         "title":{"fi":"Järjestöilta <b>2099</b>","sv":"Föreningskväll"},"theme":{"fi":"Yhteistyöllä"},
         "description":{"fi":"Ensin.\\n\\nSitten."},
         "venue":{"name":{"fi":"Matara"},"room":{"fi":"Matara-sali"},"streetAddress":"Matarankatu 6",
           "accessibility":["wheelchair"],"position":{"latitude":62.24,"longitude":25.75}},
         "coffeeFrom":"2099-09-23T13:45:00Z","startsAt":"2099-09-23T14:00:00Z",
         "endsAt":"2099-09-23T16:00:00Z","registrationDeadline":"2099-09-21T20:59:59Z",
         "seats":{"capacity":80,"confirmed":68,"free":12,"waiting":3},
         "attendance":{"mode":"hybrid","onlineAddress":"https://verkossa.example.org/ilta","onlineAddressPublic":false},
         "audience":["associations"],"areas":[{"name":{"fi":"Nurmo"},"postcode":"60550"}],
         "organisers":[{"name":{"fi":"Evijärvi"},"municipality":"052"}],
         "programme":[{"startsAt":"2099-09-23T14:10:00Z","text":{"fi":"Katsaus"}},{"text":{"fi":"Keskustelu"}}],
         "seriesId":"s1","networkId":"n1","region":"14",
         "minimum":{"atLeast":10,"decidedAt":"2099-09-20T10:00:00Z","assured":false},
         "enrolment":{"place":"here"},
         "registration":{"quotas":[{"id":"clubs","title":{"fi":"Seurat"},"seats":40}],"mostWaiting":20000,
           "partyRule":"together-overtaken","largestParty":4,"admitted":"members","seatsPerAssociation":2,
           "acceptWithin":"PT48H","cutOff":"PT24H","holdFor":"PT10M","approval":false,
           "answerByMailOnly":false,"formVersion":3,"remindBefore":"PT0S",
           "workshops":{"byClass":false,"groups":[{"id":"culture","title":{"fi":"Kulttuuri"},"classes":["1"]}]},
           "questions":[{"id":"lunch","label":{"fi":"Syötkö?"},"kind":"one","purpose":"general","required":true,
              "options":[{"id":"yes","label":{"fi":"Kyllä"}},{"id":"no","label":{"fi":"En"}}]},
             {"id":"diet","label":{"fi":"Ruokavalio"},"kind":"text","purpose":"catering","required":false,
              "options":[],"condition":{"question":"lunch","anyOf":["yes"]}}]},
         "cancellationReason":{"fi":"Sali on suljettu"},"imported":false}
        """
                .formatted(
                        Facts.EVENT,
                        status,
                        status.equals("published")
                                ? "open"
                                : status.equals("draft") ? "open" : status);
    }

    /** The same once it has been. */
    static String held() {
        return whole("published")
                .replace("2099-", "2025-")
                .replace("\"situation\":\"open\"", "\"situation\":\"held\"");
    }

    static String participant(int number, String status, String more) {
        return """
        {"id":"%s:%d","eventId":"%s","number":%d,"status":"%s","seats":2,%s"deputy":false,
         "registeredAt":"2026-11-01T10:00:00Z","imported":false}
        """
                .formatted(Facts.EVENT, number, Facts.EVENT, number, status, more);
    }

    static Reply memo(String status) {
        return Reply.json(
                        200,
                        """
                        {"status":"%s",%s"text":{"fi":"Paikalla oli 23 <b>toimijaa</b>."},
                         "sections":[{"title":{"fi":"Tilat"},"group":"culture","text":{"fi":"Tiloja puuttuu."}}],
                         "actions":[{"id":"7","what":{"fi":"Etsitään tilat"},"who":{"fi":"Kylät"},
                           "associationId":"a1","due":"2099-10-31","done":true}],
                         "attachments":[{"id":"abc","name":"muistio.pdf","mediaType":"application/pdf","bytes":12345}]}
                        """
                                .formatted(
                                        status,
                                        status.equals("published")
                                                ? "\"publishedAt\":\"2025-09-30T09:00:00Z\","
                                                : ""))
                .and("ETag", "\"3\"");
    }
}
