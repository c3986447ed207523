package fi.kumppani.portal.letter;

import fi.kumppani.portal.testing.Facts;
import fi.kumppani.portal.testing.StubService;
import fi.kumppani.portal.testing.StubService.Reply;

/** What newsletter-service tells of two lists and a letter, as tests of pages need it. */
final class FakeLists {

    static final String M = "/v1/municipalities/743";
    static final String LIST = "{\"id\":\"list-1\",\"name\":{\"fi\":\"Järjestökirje\"}}";
    static final String OTHER = "{\"id\":\"list-2\",\"name\":{\"fi\":\"Liikuntakirje\"}}";

    private FakeLists() {}

    static void tell(StubService newsletter) {
        newsletter.on("GET " + M + "/lists", Facts.listing(LIST, OTHER));
        newsletter.on(
                "GET " + M + "/lists/list-1",
                Reply.json(
                        200,
                        """
                        {"id":"list-1","name":{"fi":"Järjestökirje"},
                         "consent":{"version":"2026-11","text":{"text":"Rekisterinpitäjä","lang":"fi"}}}
                        """));
        newsletter.on(
                "GET " + M + "/issues",
                Facts.listing(Facts.letter("2/2024", "2024-08-28T10:00:00Z")));
        newsletter.on(
                "POST " + M + "/lists/list-1/subscriptions",
                Reply.json(202, "{\"status\":\"asked\"}"));
    }
}
