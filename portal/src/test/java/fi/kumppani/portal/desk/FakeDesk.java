package fi.kumppani.portal.desk;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

import java.util.function.Function;

/** What the services tell a coordinator for whom everything waits. */
public final class FakeDesk {

    /** The municipality's part of each service. */
    static final String M = "/v1/municipalities/743";

    /** The page. */
    public static final String PAGE = "/m/743/desk";

    private FakeDesk() {}

    /** Has everything wait. */
    public static void waits(Function<Backend, StubService> services) {
        StubService registry = services.apply(Backend.REGISTRY);
        registry.on("GET " + M, Facts.seinajoki());
        registry.on(
                "GET " + M + "/associations",
                exchange ->
                        (exchange.getRequestURI().getRawQuery().contains("unconfirmedSince")
                                        ? associations("2024-05-04", "2025-03-03")
                                        : associations("2026-11-02", "2026-11-01"))
                                .answer(exchange));
        registry.on(
                "GET " + M + "/membership-requests",
                list(
                        request("n2", "2026-10-10"),
                        request("n1", "2026-09-20"),
                        request("n1", "2026-08-15")));
        registry.on(
                "GET " + M + "/networks",
                list(
                        "{\"id\":\"n1\",\"name\":{\"fi\":\"Seura<i>foorumi\"},\"status\":\"active\"}",
                        "{\"id\":\"n2\",\"name\":{\"sv\":\"Byarna\"},\"status\":\"active\"}"));
        services.apply(Backend.EVENTS)
                .on(
                        "GET " + M + "/awaited-decisions",
                        list(
                                """
                                {"eventId":"e1","title":{"fi":"Järjestöilta"},
                                 "startsAt":"2026-12-20T15:00:00Z",
                                 "approvals":{"waiting":3,"since":"2026-11-11T22:30:00Z"},
                                 "minimum":{"atLeast":12,"confirmed":7,
                                            "decidedAt":"2026-12-12T10:00:00Z"}}
                                """));
        StubService newsletter = services.apply(Backend.NEWSLETTER);
        newsletter.on(
                "GET " + M + "/issue-drafts",
                list(
                        letter("d1", "l1", "draft", false, false),
                        letter("d2", "l1", "draft", false, true),
                        letter("d3", "l1", "draft", true, false),
                        letter("d4", "l1", "scheduled", false, false),
                        letter("d5", "l2", "draft", false, false)));
        newsletter.on("GET " + M + "/lists/l1", Reply.json(200, "{\"fourEyes\":true}"));
        newsletter.on("GET " + M + "/lists/l2", Reply.json(200, "{\"fourEyes\":false}"));
    }

    /** A list on one page. */
    static Reply list(String... items) {
        return Reply.json(200, "{\"items\":[" + String.join(",", items) + "]}");
    }

    private static Reply associations(String... days) {
        String[] all = new String[days.length];
        for (int i = 0; i < days.length; i++) {
            all[i] =
                    """
                    {"id":"a%d","name":{"fi":"Seura"},"status":"unverified",
                     "registeredAt":"%sT08:00:00Z"}
                    """
                            .formatted(i, days[i]);
        }
        return list(all);
    }

    private static String request(String network, String askedOn) {
        return """
        {"networkId":"%s","associationId":"a9","status":"asked","askedOn":"%s"}
        """
                .formatted(network, askedOn);
    }

    private static String letter(
            String id, String list, String state, boolean approved, boolean own) {
        return """
        {"id":"%s","listId":"%s","title":{"fi":"Marraskuun kirje %s"},"state":"%s","approved":%s,
         "own":%s,"begunAt":"2026-11-0%sT08:00:00Z"}
        """
                .formatted(id, list, id, state, approved, own, id.substring(1));
    }
}
