package fi.kumppani.portal.event;

import org.jspecify.annotations.Nullable;

/**
 * A registration, as events-service tells it.
 *
 * @param status {@code confirmed}, {@code waitlisted} or {@code cancelled}
 * @param place in the queue, for those who wait
 */
record Registered(String status, @Nullable Long place) {

    /** What is sent to register. */
    record Request(String name, String email, String language) {

        /** Says nothing of the person, so that no log does. */
        @Override
        public String toString() {
            return "Request[]";
        }
    }
}
