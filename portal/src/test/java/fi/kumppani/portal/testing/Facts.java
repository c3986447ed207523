package fi.kumppani.portal.testing;

import fi.kumppani.portal.testing.StubService.Reply;

/** What services answer about Seinäjoki, in their own words. */
public final class Facts {

    /** The id of the event. */
    public static final String EVENT = "01939c5e-0000-7000-8000-000000000001";

    private Facts() {}

    /** The municipality. */
    public static Reply seinajoki() {
        return municipality("743", "Seinäjoki");
    }

    /** A municipality. */
    public static Reply municipality(String code, String name) {
        return Reply.json(
                200,
                """
                {"code":"%s","name":{"fi":"%s"},"region":"14","unknown":{"a":[1]}}
                """
                        .formatted(code, name));
    }

    /** A page of a list. */
    public static Reply listing(String... items) {
        return Reply.json(
                200, "{\"items\":[" + String.join(",", items) + "],\"next\":\"there-is-more\"}");
    }

    /** An event to come, with free seats. */
    public static String event() {
        return event("published", 12, 0);
    }

    /** An event to come. */
    public static String event(String status, int free, int waiting) {
        return """
        {"id":"%s","status":"%s","open":%b,"title":{"fi":"Järjestöilta <b>2099</b>","sv":"Föreningskväll"},
         "theme":{"fi":"Yhteistyöllä"},"description":{"fi":"Ensin.\\n\\nSitten."},
         "venue":{"name":{"fi":"Matara-sali"},"streetAddress":"Matarankatu 6 A1"},
         "coffeeFrom":"2099-09-23T13:45:00Z","startsAt":"2099-09-23T14:00:00Z",
         "endsAt":"2099-09-23T16:00:00Z","registrationDeadline":"2099-09-21T20:59:00Z",
         "seats":{"capacity":80,"confirmed":%d,"free":%d,"waiting":%d},
         "cancellationReason":{"fi":"Sali on suljettu"},"imported":false}
        """
                .formatted(EVENT, status, status.equals("published"), 80 - free, free, waiting);
    }

    /** An open call. */
    public static String call() {
        return """
        {"id":"c1","status":"published","open":true,"title":{"fi":"Kylien kehittämisraha"},"year":2099,
         "budget":"30000.00","capPerApplication":"400.00","eligibleForms":["village-association"],
         "opensAt":"2026-01-01T00:00:00Z","closesAt":"2099-03-31T12:00:00Z","imported":false}
        """;
    }

    /** A letter. */
    public static String letter(String label, String sentAt) {
        return """
        {"id":"l-%1$s","list":{"id":"x","name":{"fi":"Järjestökirje"}},"number":2,"year":2024,
         "label":"%1$s","title":{"fi":"Järjestökirje %1$s"},"sentAt":"%2$s","recipients":83,
         "imported":true}
        """
                .formatted(label, sentAt);
    }
}
