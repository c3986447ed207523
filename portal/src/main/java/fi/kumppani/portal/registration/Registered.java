package fi.kumppani.portal.registration;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

/**
 * A registration, as events-service tells it.
 *
 * @param status for example {@code confirmed}, {@code waitlisted}, {@code offered} or {@code
 *     cancelled}
 * @param place in the queue, for those who wait
 * @param seats how many come
 * @param seatsNow how many seats a party that waits for more has already
 * @param quota the quota they count in
 * @param group the workshop group they are in
 * @param acceptBy until when an offer can be accepted
 * @param deputy whether somebody is named who may take it over
 * @param confirmAddressBy until when the address has to be confirmed, when it has
 * @param ending how it ended, for example {@code offer-lapsed}
 * @param onlineAddress where to join online, for those who have a seat
 * @param calendar the address of a calendar with all that the mailbox registered for
 */
record Registered(
        String status,
        @Nullable Long place,
        @Nullable Integer seats,
        @Nullable Integer seatsNow,
        @Nullable String quota,
        @Nullable String group,
        @Nullable Instant acceptBy,
        @Nullable Boolean deputy,
        @Nullable Instant confirmAddressBy,
        @Nullable String ending,
        @Nullable URI onlineAddress,
        @Nullable String calendar) {

    /** Whoever registered is told by mail alone what became of it. */
    static final Registered TOLD_BY_MAIL =
            new Registered(
                    "told-by-mail",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    private static final Set<String> OPEN =
            Set.of("requested", "confirmed", "waitlisted", "offered");
    private static final Set<String> ENDINGS =
            Set.of(
                    "cancelled-by-coordinator",
                    "not-approved",
                    "offer-lapsed",
                    "offer-declined",
                    "address-not-confirmed");

    /** Whether it can still be given up. */
    public boolean isOpen() {
        return OPEN.contains(status);
    }

    /** How it ended, when there is more to say than that it did. */
    public @Nullable String getKnownEnding() {
        return ending != null && ENDINGS.contains(ending) ? ending : null;
    }
}
