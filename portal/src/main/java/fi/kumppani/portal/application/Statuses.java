package fi.kumppani.portal.application;

import java.util.Set;

/** Where an application stands, as pages name it. */
final class Statuses {

    private static final Set<String> KNOWN =
            Set.of(
                    "draft",
                    "submitted",
                    "supplementing",
                    "withdrawn",
                    "transferred",
                    "granted",
                    "partly-granted",
                    "refused",
                    "not-examined");

    private Statuses() {}

    /** One of those that pages have words for; what is being decided still is handed in. */
    static String known(String status) {
        return status.equals("deciding") ? "submitted" : KNOWN.contains(status) ? status : "other";
    }
}
