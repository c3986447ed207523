package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.Optional;

/**
 * How one takes part.
 *
 * @param mode on the spot, online or either
 * @param onlineAddress where to join online
 * @param addressPublic whether everybody may see that address; else only those who registered, and
 *     coordinators: whoever has a join link can walk in
 */
public record Attendance(Mode mode, @Nullable URI onlineAddress, boolean addressPublic) {

    /** One comes to the venue. */
    public static final Attendance IN_PERSON = new Attendance(Mode.IN_PERSON, null, false);

    /**
     * @throws IllegalArgumentException when one would join online something that is not online
     */
    public Attendance {
        if (mode == Mode.IN_PERSON && onlineAddress != null) {
            throw new IllegalArgumentException("Nobody joins online what is held on the spot");
        }
    }

    /** How one can take part. */
    public enum Mode {
        /** On the spot. */
        IN_PERSON,
        /** Online only. */
        ONLINE,
        /** Either. */
        HYBRID
    }

    /** The address to join at, if everybody may see it. */
    public Optional<URI> publicAddress() {
        return addressPublic ? Optional.ofNullable(onlineAddress) : Optional.empty();
    }
}
