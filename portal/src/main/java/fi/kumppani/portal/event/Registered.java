package fi.kumppani.portal.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Set;

/**
 * A registration, as events-service tells it.
 *
 * @param status for example {@code confirmed}, {@code waitlisted}, {@code offered} or {@code
 *     cancelled}
 * @param place in the queue, for those who wait
 * @param deputy whether somebody is named who may take it over
 * @param confirmAddressBy until when the address has to be confirmed, when it has
 */
record Registered(
        String status,
        @Nullable Long place,
        @Nullable Boolean deputy,
        @Nullable Instant confirmAddressBy) {

    private static final Set<String> OPEN =
            Set.of("requested", "confirmed", "waitlisted", "offered");

    /** Whether it can still be given up. */
    public boolean isOpen() {
        return OPEN.contains(status);
    }

    /** What is sent to register. */
    record Request(String name, String email, String language) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Request[]";
        }
    }
}
