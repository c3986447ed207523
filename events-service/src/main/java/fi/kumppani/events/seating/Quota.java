package fi.kumppani.events.seating;

/**
 * A part of an event's seats that some people may take at most; quotas overlap when together they
 * are more than the seats there are.
 *
 * @param id for example {@code associations}
 * @param seats at most so many, at least 1
 */
public record Quota(String id, int seats) {

    /**
     * @throws IllegalArgumentException when it has no seat
     */
    public Quota {
        if (seats < 1) {
            throw new IllegalArgumentException("A quota has at least one seat");
        }
    }
}
