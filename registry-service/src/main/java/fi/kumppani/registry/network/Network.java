package fi.kumppani.registry.network;

import java.time.LocalDate;

/**
 * Associations of a municipality that meet about something they share (järjestöverkosto,
 * seurafoorumi). It is ended, never deleted: what it did stays known.
 */
public sealed interface Network {

    /** UUIDv7. */
    String id();

    /** What it says of itself. */
    Profile profile();

    /**
     * It meets, and takes members.
     *
     * @param id UUIDv7
     * @param profile what it says of itself
     */
    record Active(String id, Profile profile) implements Network {

        /** The same, saying something else of itself. */
        public Active with(Profile changed) {
            return new Active(id, changed);
        }

        /** It meets no more. */
        public Ended end(LocalDate lastDay) {
            return new Ended(id, profile, lastDay);
        }
    }

    /**
     * It meets no more. Its memberships stay as they were, for what it still holds.
     *
     * @param id UUIDv7
     * @param profile as it was at the end
     * @param endedOn its last day, in Europe/Helsinki
     */
    record Ended(String id, Profile profile, LocalDate endedOn) implements Network {}
}
