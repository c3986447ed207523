package fi.kumppani.portal.application;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** What came of sending an application to other municipalities. */
record SentFacts(List<Item> items) {

    private static final Set<String> KNOWN = Set.of("begun", "call-unknown");

    SentFacts {
        items = List.copyOf(items);
    }

    /**
     * What came of one.
     *
     * @param applicationId the draft; null when there is none
     */
    record Item(
            String municipality, String callId, String status, @Nullable String applicationId) {}

    /** The status, as far as there is a text for it. */
    static String known(String status) {
        return KNOWN.contains(status) ? status : "not-eligible";
    }
}
