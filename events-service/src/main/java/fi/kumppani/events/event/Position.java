package fi.kumppani.events.event;

/**
 * A place on the map.
 *
 * @param latitude degrees north in WGS84, -90 to 90
 * @param longitude degrees east in WGS84, -180 to 180
 */
public record Position(double latitude, double longitude) {

    /**
     * @throws IllegalArgumentException when there is no such place
     */
    public Position {
        if (!isOnEarth(latitude, longitude)) {
            throw new IllegalArgumentException("No place has such a position");
        }
    }

    /** Whether there is such a place. */
    public static boolean isOnEarth(double latitude, double longitude) {
        return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }
}
