package fi.kumppani.portal.mailinglist;

import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Asked;
import fi.kumppani.portal.testing.StubService.Reply;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.util.List;
import java.util.Set;

/** Two mailing lists, as newsletter-service tells of them and takes them. */
public final class FakeMailingLists {

    static final String API = "/v1/municipalities/743/lists";
    static final String LISTS = "/m/743/letters/lists";
    static final String NEW = LISTS + "/new";
    static final String PAGE = LISTS + "/l1";

    private static final Set<String> KNOWN =
            Set.of(
                    "name",
                    "about",
                    "topic",
                    "area",
                    "audience",
                    "languages",
                    "welcome",
                    "fourEyes",
                    "open",
                    "areas",
                    "sendsLatest",
                    "announcesCalls");

    private FakeMailingLists() {}

    /** Tells of both, and takes a third. */
    public static void tell(StubService newsletter) {
        newsletter.on(
                "GET " + API,
                Reply.json(
                        200,
                        "{\"items\":["
                                + list("")
                                + ","
                                + list("").replace("l1", "l2").replace("true", "false")
                                + "]}"));
        detail(newsletter, false, 3);
        newsletter.on(
                "POST " + API,
                exchange -> {
                    Asked asked = newsletter.last("POST");
                    (asked.header("Idempotency-Key").isEmpty()
                                    ? Reply.problem(400, "{}")
                                    : taken(asked, Reply.json(201, list(""))))
                            .answer(exchange);
                });
    }

    /**
     * One list.
     *
     * @param endAsked whether somebody asked that no second person is needed any more
     * @param version the current one
     */
    static void detail(StubService newsletter, boolean endAsked, int version) {
        String told =
                list(
                        """
                        ,"welcome":{"fi":"Tervetuloa <b>"},"fourEyes":true,"fourEyesEndAsked":%b,
                        "sendsLatest":true,"announcesCalls":false,
                        "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}
                        """
                                .formatted(endAsked));
        String etag = "\"" + version + "\"";
        newsletter.on("GET " + API + "/l1", Reply.json(200, told).and("ETag", etag));
        newsletter.on(
                "PUT " + API + "/l1",
                exchange -> {
                    Asked asked = newsletter.last("PUT");
                    (asked.header("If-Match").equals(List.of(etag))
                                    ? taken(asked, Reply.json(200, told))
                                    : Reply.problem(412, "{}"))
                            .answer(exchange);
                });
    }

    /** Refuses what newsletter-service refuses. */
    private static Reply taken(Asked asked, Reply done) {
        JsonNode body = JsonMapper.shared().readTree(asked.body());
        if (!KNOWN.containsAll(body.propertyNames())) {
            return Reply.problem(400, "{}");
        }
        if (body.path("name").isEmpty()) {
            return wrong("name");
        }
        if (body.has("topic") && !body.path("topic").asString().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            return wrong("topic");
        }
        for (JsonNode area : body.path("areas")) {
            if (!area.path("code").asString().matches("[a-z0-9]+(-[a-z0-9]+)*")
                    || area.path("name").isEmpty()) {
                return wrong("areas[0].code");
            }
        }
        return body.path("languages").isEmpty() ? wrong("languages") : done;
    }

    private static Reply wrong(String field) {
        return Reply.problem(
                422, "{\"errors\":[{\"field\":\"%s\",\"code\":\"size\"}]}".formatted(field));
    }

    private static String list(String more) {
        return """
        {"id":"l1","name":{"fi":"Järjestökirje","sv":"Föreningsbrev"},
         "about":{"fi":"Neljä kertaa vuodessa <i>"},"topic":"liikunta","audience":"associations",
         "languages":["fi","sv"],"open":true,
         "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},
                  {"code":"pera","name":{"fi":"Peräseinäjoki"}}]%s}
        """
                .formatted(more);
    }
}
