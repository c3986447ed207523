package fi.kumppani.portal.testing;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.StubService.Reply;

import java.util.Map;
import java.util.function.UnaryOperator;

/** The pages that everybody may open, and what services tell for them. */
public final class PublicPages {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String REGISTRATIONS = EVENT + "/registrations";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String HELD = "01939c5e-0000-7000-8000-000000000002";
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";

    /** Where they are, by a short name. */
    public static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry("start", "/"),
                    Map.entry("municipality", "/m/743"),
                    Map.entry("events", "/m/743/events"),
                    Map.entry("event", PAGE),
                    Map.entry("register", PAGE + "/register"),
                    Map.entry(
                            "register-held",
                            PAGE
                                    + "/register?seats=2&quota=clubs&held=9&heldToken=x"
                                    + "&heldUntil=2099-09-01T10:00:00Z"),
                    Map.entry("registration", MANAGE + "?token=x"),
                    Map.entry("event-held", "/m/743/events/" + HELD),
                    Map.entry("registration-erasure", MANAGE + "/erasure?token=x"),
                    Map.entry("registration-change", MANAGE + "/change?token=x"),
                    Map.entry("series", "/m/743/series/s1"),
                    Map.entry("series-register", "/m/743/series/s1/register"),
                    Map.entry("following", "/m/743/series/s1/following/7?token=x"),
                    Map.entry("check-in", PAGE + "/check-in"),
                    Map.entry("privacy", "/m/743/privacy"),
                    Map.entry("associations", "/m/743/associations"),
                    Map.entry("association", "/m/743/associations/a1"),
                    Map.entry("report", "/m/743/report"),
                    Map.entry("region", "/r/14"),
                    Map.entry("accessibility", "/m/743/accessibility"),
                    Map.entry("open-data", "/m/743/open-data"),
                    Map.entry("calendar", "/m/743/calendar?month=2099-09"),
                    Map.entry("open-calls", "/m/743/calls"),
                    Map.entry("call", "/m/743/calls/c1"),
                    Map.entry(
                            "eligibility",
                            "/m/743/calls/c1/eligibility?form=foundation&requested=400"),
                    Map.entry("decisions", "/m/743/decisions"),
                    Map.entry("embedded-events", "/m/743/embed/events"),
                    Map.entry("embedded-associations", "/m/743/embed/associations"),
                    Map.entry("embedded-letters", "/m/743/embed/letters"),
                    Map.entry("letters", "/m/743/letters"),
                    Map.entry("confirm", "/m/743/subscriptions/confirm?token=x"),
                    Map.entry("leave", "/m/743/subscriptions/leave?token=x"),
                    Map.entry("problem", "/m/743/nothing"));

    private PublicPages() {}

    /** Has services tell what these pages show. */
    public static void announce() {
        announce(UnaryOperator.identity());
    }

    /**
     * The same in other words.
     *
     * @param told what becomes of each thing that is told, as JSON
     */
    public static void announce(UnaryOperator<String> told) {
        StubService events = PortalUnderTest.service(Backend.EVENTS);
        StubService registry = PortalUnderTest.service(Backend.REGISTRY);
        registry.on("GET " + M, Facts.seinajoki());
        registry.on("GET /v1/municipalities/179", Facts.municipality("179", "Jyväskylä"));
        registry.on(
                "GET " + M + "/associations",
                Facts.listing(
                        told.apply("{\"id\":\"a\",\"name\":{\"fi\":\"Kyläyhdistys\"}}"),
                        told.apply("{\"id\":\"b\",\"name\":{\"fi\":\"Kyläkerho\"}}")));
        registry.on(
                "GET " + M + "/associations/a1", Reply.json(200, told.apply(Facts.association())));
        registry.on("GET " + M + "/report", Facts.reports(""));
        registry.on("GET /v1/municipalities/179/report", Facts.reports(""));
        registry.on(
                "GET /v1/regions/14/report",
                Facts.reports("\"region\":{\"name\":{\"fi\":\"Etelä-Pohjanmaa\"}},"));
        registry.on(
                "GET /v1/report-definitions",
                Reply.json(200, told.apply(Facts.REPORT_DEFINITIONS)));
        String event = told.apply(Facts.event(Facts.EVERYTHING));
        events.on("GET " + EVENT, Reply.json(200, event));
        events.on(
                "GET " + M + "/events",
                Facts.listing(event, told.apply(Facts.event("cancelled", 80, 0))));
        events.on(
                "GET " + M + "/events/" + HELD,
                Reply.json(200, told.apply(Facts.heldEvent().replace(Facts.EVENT, HELD))));
        events.on(
                "GET " + M + "/events/" + HELD + "/memo",
                Reply.json(200, told.apply(Facts.memo("f1"))));
        events.on("GET " + EVENT + "/parts", Facts.listing(told.apply(Facts.event())));
        events.on("GET " + EVENT + "/tasks", Reply.json(200, told.apply(Facts.TASKS)));
        events.on("GET " + M + "/series/s1", Reply.json(200, told.apply(Facts.SERIES)));
        events.on(
                "GET " + M + "/series/s1/registrations/7",
                Reply.json(200, told.apply(Facts.following(""))));
        events.on(
                "GET " + REGISTRATIONS + "/7",
                Reply.json(
                        200,
                        told.apply(
                                """
                                {"number":7,"status":"offered","seats":2,"quota":"clubs",
                                 "acceptBy":"2099-09-01T10:00:00Z",
                                 "confirmAddressBy":"2099-09-02T10:00:00Z","deputy":true,
                                 "calendar":"https://kumppani.example.org/api/events/v1/municipalities/743/events/01939c5e-0000-7000-8000-000000000001/registrations/7/my-calendar.ics?token=0123456789abcdef0123456789abcdef"}
                                """)));
        events.on(
                "GET " + REGISTRATIONS + "/7/said",
                Reply.json(
                        200,
                        told.apply(
                                """
                                {"name":"Osallistuja","email":"osallistuja@example.org","language":"fi","seats":2,
                                 "quota":"clubs","answers":{"lunch":["yes"],"diet":["gluteeniton"]}}
                                """)));
        PortalUnderTest.service(Backend.GRANTS)
                .on(
                        "GET " + M + "/calls",
                        Reply.json(200, "{\"items\":[" + told.apply(Facts.wholeCall()) + "]}"));
        PortalUnderTest.service(Backend.GRANTS)
                .on("GET " + M + "/calls/c1", Reply.json(200, told.apply(Facts.wholeCall())));
        PortalUnderTest.service(Backend.GRANTS)
                .on(
                        "GET " + M + "/calls/c1/eligibility",
                        Reply.json(200, told.apply(Facts.ELIGIBILITY)));
        PortalUnderTest.service(Backend.GRANTS)
                .on(
                        "GET " + M + "/open-data/decisions",
                        Facts.listing(
                                told.apply(Facts.openDecision()),
                                told.apply(Facts.openDecision())));
        PortalUnderTest.service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/subscription-confirmations",
                        Reply.json(
                                200,
                                told.apply(
                                        """
                                        {"list":{"id":"list-1","name":{"fi":"Järjestökirje"}},
                                         "alsoAsked":[{"id":"list-2","name":{"fi":"Liikuntakirje"}}],
                                         "consent":{"version":"2026-12","text":
                                          {"text":"Rekisterinpitäjä on kaupunki.","lang":"fi"}},
                                         "confirmed":false}
                                        """)));
        PortalUnderTest.service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/issues",
                        Facts.listing(told.apply(Facts.letter("2/2024", "2024-08-28T10:00:00Z"))));
        PortalUnderTest.service(Backend.NEWSLETTER)
                .on(
                        "GET " + M + "/lists",
                        Facts.listing(
                                told.apply(
                                        """
                                        {"id":"l1","name":{"fi":"Järjestökirje"},
                                         "areas":[{"code":"nurmo","name":{"fi":"Nurmo"}},
                                                  {"code":"pera","name":{"fi":"Peräseinäjoki"}}]}
                                        """)));
    }
}
