package fi.kumppani.portal.testing;

import fi.kumppani.portal.backend.Backend;
import fi.kumppani.portal.testing.StubService.Reply;

import java.util.List;
import java.util.Map;

/** Pages that everybody may see, but only with a link from a mail or after sending a form. */
public final class SentForms {

    private static final String M = "/v1/municipalities/743";
    private static final String EVENT = M + "/events/" + Facts.EVENT;
    private static final String REGISTRATION = EVENT + "/registrations/7";
    private static final String PAGE = "/m/743/events/" + Facts.EVENT;
    private static final String MANAGE = "/m/743/registrations/" + Facts.EVENT + "/7";
    private static final String SUBSCRIPTIONS = "/m/743/subscriptions";
    private static final Map<String, String> LINK = Map.of("token", "abc");
    private static final Map<String, String> PERSON =
            Map.of("name", "Osallistuja", "email", "osallistuja@example.org", "seats", "1");
    private static final Map<String, String> READER =
            Map.of("list", "list-1", "email", "lukija@example.org", "language", "fi");
    private static final String LIST = "{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}";
    private static final Reply WRONG_ADDRESS =
            Reply.problem(422, "{\"errors\":[{\"field\":\"email\",\"code\":\"email\"}]}");

    private static final String ASKED =
            """
            {"anonymous":true,"closesAt":"2099-10-23T16:00:00Z","questions":[
              {"id":"grade","label":{"fi":"Arvosana"},"kind":"one","required":true,
               "options":[{"id":"good","label":{"fi":"Hyvä"}},{"id":"bad","label":{"fi":"Huono"}}]},
              {"id":"next","label":{"fi":"Mitä seuraavaksi?"},"kind":"text"}]}
            """;
    private static final String SERIES_CAME =
            """
            {"events":[
              {"eventId":"e3","title":{"fi":"Järjestöilta 2099"},"startsAt":"2099-09-23T14:00:00Z",
               "endsAt":"2099-09-23T16:00:00Z","status":"confirmed","number":4},
              {"eventId":"e4","title":{"fi":"Järjestöilta 2100"},"startsAt":"2100-09-23T14:00:00Z",
               "endsAt":"2100-09-23T16:00:00Z","status":"form-needed"}],"following":false}
            """;

    /** What is opened by its address alone, by a short name. */
    public static final Map<String, String> BY_LINK =
            Map.ofEntries(
                    Map.entry("letter", "/m/743/letters/l1"),
                    Map.entry("application", "/m/743/applications/a1?token=abc"),
                    Map.entry("feedback", MANAGE + "/feedback?token=abc"),
                    Map.entry("subscription-confirm", SUBSCRIPTIONS + "/confirm?token=abc"),
                    Map.entry("subscription-leave", SUBSCRIPTIONS + "/leave?token=abc"),
                    Map.entry("subscription-preferences", SUBSCRIPTIONS + "/preferences?token=abc"),
                    Map.entry(
                            "subscription-erasure",
                            SUBSCRIPTIONS + "/preferences/erasure?token=abc"));

    /** What comes of a form that is sent. */
    public static final List<Sent> ALL =
            List.of(
                    new Sent("registered", PAGE + "/registrations", PERSON, 200, "#registered")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + EVENT + "/registrations",
                                    Reply.json(
                                            201,
                                            "{\"number\":7,\"status\":\"waitlisted\",\"place\":3}")),
                    new Sent(
                                    "register-faults",
                                    PAGE + "/registrations",
                                    PERSON,
                                    422,
                                    "[role=alert]")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + EVENT + "/registrations",
                                    Reply.problem(
                                            422,
                                            """
                                            {"errors":[{"field":"email","code":"email"},
                                              {"field":"quota","code":"missing"},
                                              {"field":"answers.lunch","code":"missing"}]}
                                            """)),
                    new Sent(
                                    "series-registered",
                                    "/m/743/series/s1/registrations",
                                    PERSON,
                                    200,
                                    "[data-status=form-needed]")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + M + "/series/s1/registrations",
                                    Reply.json(200, SERIES_CAME)),
                    new Sent(
                                    "series-register-faults",
                                    "/m/743/series/s1/registrations",
                                    PERSON,
                                    422,
                                    "[role=alert]")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + M + "/series/s1/registrations",
                                    WRONG_ADDRESS),
                    new Sent(
                                    "checked-in",
                                    PAGE + "/check-in",
                                    Map.of("shown", "482913", "category", "resident"),
                                    200,
                                    "#checked-in")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + EVENT + "/door/self-check-ins",
                                    Reply.json(200, "{\"result\":\"counted\"}")),
                    new Sent("check-in-faults", PAGE + "/check-in", Map.of(), 422, "[role=alert]"),
                    new Sent(
                                    "feedback-given",
                                    MANAGE + "/feedback",
                                    Map.of("token", "abc", "answers.grade", "good"),
                                    200,
                                    "#feedback-given, article [role=status]")
                            .where(
                                    Backend.EVENTS,
                                    "PUT " + REGISTRATION + "/feedback",
                                    Reply.json(200, ASKED)),
                    new Sent("feedback-faults", MANAGE + "/feedback", LINK, 422, "[role=alert]")
                            .where(
                                    Backend.EVENTS,
                                    "PUT " + REGISTRATION + "/feedback",
                                    Reply.problem(
                                            422,
                                            "{\"errors\":[{\"field\":\"answers.grade\",\"code\":\"missing\"}]}")),
                    new Sent(
                                    "following-left",
                                    "/m/743/series/s1/following/7/leaving",
                                    LINK,
                                    200,
                                    "#left")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + M + "/series/s1/registrations/7/leaving",
                                    Reply.json(204, "")),
                    new Sent("registration-erased", MANAGE + "/erasure", LINK, 200, "#erased")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + REGISTRATION + "/erasure",
                                    Reply.json(204, "")),
                    new Sent(
                                    "registration-handed-over",
                                    MANAGE + "/handover",
                                    LINK,
                                    200,
                                    "#handed-over")
                            .where(
                                    Backend.EVENTS,
                                    "POST " + REGISTRATION + "/handover",
                                    Reply.json(200, "{\"status\":\"confirmed\"}")),
                    new Sent("subscription-asked", "/m/743/letters", READER, 200, "#asked")
                            .where(
                                    Backend.NEWSLETTER,
                                    "POST " + M + "/lists/list-1/subscriptions",
                                    Reply.json(202, "{\"status\":\"asked\"}")),
                    new Sent("letters-faults", "/m/743/letters", READER, 422, "[role=alert]")
                            .where(
                                    Backend.NEWSLETTER,
                                    "POST " + M + "/lists/list-1/subscriptions",
                                    WRONG_ADDRESS),
                    new Sent(
                                    "subscription-confirmed",
                                    SUBSCRIPTIONS + "/confirmations",
                                    LINK,
                                    200,
                                    "#confirmed")
                            .where(
                                    Backend.NEWSLETTER,
                                    "POST " + M + "/subscription-confirmations",
                                    Reply.json(
                                            200,
                                            "{\"confirmed\":[" + LIST + "],\"alsoAsked\":[]}")),
                    new Sent("subscription-left", SUBSCRIPTIONS + "/departures", LINK, 200, "#left")
                            .where(
                                    Backend.NEWSLETTER,
                                    "POST " + M + "/subscription-departures",
                                    Reply.json(200, "{\"left\":" + LIST + "}")),
                    new Sent(
                                    "subscription-preferences-faults",
                                    SUBSCRIPTIONS + "/preferences",
                                    Map.of("token", "abc", "pause", "2020-01-01"),
                                    422,
                                    "[role=alert]")
                            .where(
                                    Backend.NEWSLETTER,
                                    "PUT " + M + "/subscription-preferences",
                                    Reply.problem(
                                            422,
                                            "{\"errors\":[{\"field\":\"pausedUntil\",\"code\":\"x\"}]}")),
                    new Sent(
                                    "subscription-erased",
                                    SUBSCRIPTIONS + "/preferences/erasure",
                                    LINK,
                                    200,
                                    "#erased")
                            .where(
                                    Backend.NEWSLETTER,
                                    "POST " + M + "/subscription-preferences/erasure",
                                    Reply.json(204, "")));

    private SentForms() {}

    /** Has services tell what these pages show beyond what public ones do. */
    public static void announce() {
        PublicPages.announce();
        StubService newsletter = PortalUnderTest.service(Backend.NEWSLETTER);
        newsletter.on("GET " + M + "/lists", Facts.listing(LIST));
        newsletter.on(
                "GET " + M + "/lists/list-1",
                Reply.json(
                        200,
                        """
                        {"id":"list-1","name":{"fi":"Järjestökirje"},
                         "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        newsletter.on(
                "GET " + M + "/issues/l1",
                Reply.json(
                        200,
                        """
                        {"id":"l1","label":"2/2024","title":{"fi":"Kirje"},"sentAt":"2024-08-28T10:00:00Z",
                         "items":[
                          {"title":{"fi":"Yksi"},"text":{"fi":"A\\n\\nB"},"link":"https://example.org/a",
                           "contact":{"role":{"fi":"järjestökoordinaattori"},"email":"jarjestot@example.org"}},
                          {"title":{"fi":"Kaksi"},"text":{"fi":"C"}}]}
                        """));
        newsletter.on(
                "GET " + M + "/subscription-preferences",
                Reply.json(
                        200,
                        """
                        {"email":"lukija@example.org","language":"sv","pausedUntil":"2027-02-01",
                         "areas":[{"code":"nurmo","name":{"fi":"Nurmo"},"chosen":true}],
                         "lists":[{"id":"list-1","name":{"fi":"Järjestökirje"},"about":{"fi":"Neljästi vuodessa"},"joined":true},
                                  {"id":"list-2","name":{"fi":"Liikuntakirje"},"joined":false}],
                         "consent":{"version":"2026-12","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        PortalUnderTest.service(Backend.EVENTS)
                .on("GET " + REGISTRATION + "/feedback", Reply.json(200, ASKED));
        PortalUnderTest.service(Backend.GRANTS)
                .on(
                        "GET " + M + "/applications/a1/view",
                        Reply.json(
                                200,
                                """
                                {"id":"a1","diaryNumber":"743/2026/00042",
                                 "callTitle":{"fi":"Kylien kehittämisraha"},
                                 "associationName":{"fi":"Kyläyhdistys"},"requested":"400.00",
                                 "decision":{"id":"d","outcome":"partly-granted","granted":"250.50",
                                  "reasons":[{"code":"budget","text":{"fi":"Määräraha"}}],
                                  "decidedOn":"2026-03-03"}}
                                """));
        PortalUnderTest.service(Backend.GRANTS)
                .on(
                        "GET " + M + "/applications/a1/view/documents",
                        Reply.json(200, "{\"languages\":[\"fi\",\"sv\",\"en\"]}"));
    }

    /** Has newsletter-service take who wants its letter. */
    public static void takeSubscriptions() {
        PortalUnderTest.service(Backend.NEWSLETTER)
                .on(
                        "POST " + M + "/lists/list-1/subscriptions",
                        Reply.json(202, "{\"status\":\"asked\"}"));
    }

    /**
     * A form that is sent.
     *
     * @param path where to
     * @param status what the portal answers with
     * @param shows what is on the page then and on no other, as a selector
     */
    public record Sent(
            String name,
            String path,
            Map<String, String> fields,
            int status,
            String shows,
            Runnable told) {

        Sent(String name, String path, Map<String, String> fields, int status, String shows) {
            this(name, path, fields, status, shows, () -> {});
        }

        private Sent where(Backend service, String asked, Reply reply) {
            return new Sent(
                    name,
                    path,
                    fields,
                    status,
                    shows,
                    () -> PortalUnderTest.service(service).on(asked, reply));
        }
    }
}
