package fi.kumppani.portal.mine;

/** What grants-service tells somebody of two associations. */
public final class FakeMine {

    /** Six applications, of which something is due. */
    public static final String OWN =
            """
            {"associations":[{"id":"k1","name":{"fi":"Kortesjärven kyläyhdistys"}},
                             {"id":"k2","name":{"fi":"Ylikylän <i>nuoret"}}],
             "applications":[%s,%s,%s,%s,%s,%s]}
            """
                    .formatted(
                            row(
                                    "a1",
                                    "draft",
                                    "Kylien raha",
                                    "hand-in",
                                    "at",
                                    "2099-03-31T12:00:00Z"),
                            row("a2", "draft", "Jatkuva haku", "new-to-us", "x", ""),
                            row("a3", "supplementing", "Seurat", "supplement", "on", "2099-01-02"),
                            late("a4", "granted", "Kylien raha 2025", "report", "2026-05-01"),
                            row("a5", "granted", "Leirit", "hearing", "on", "2099-02-01"),
                            late("a6", "draft", "Suljettu haku", "hand-in", "2026-01-01"));

    private FakeMine() {}

    private static String row(
            String id, String status, String title, String what, String by, String when) {
        return """
        {"id":"%s","status":"%s","associationId":"%s","callId":"c1","callTitle":{"fi":"%s"},
         "year":2026,"requested":"350.50","due":[{"what":"%s","%s":"%s","overdue":false}]}
        """
                .formatted(id, status, id.equals("a3") ? "k2" : "k1", title, what, by, when);
    }

    private static String late(String id, String status, String title, String what, String on) {
        return row(id, status, title, what, "on", on)
                .replace("\"overdue\":false", "\"overdue\":true");
    }
}
