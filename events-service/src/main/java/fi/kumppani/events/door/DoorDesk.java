package fi.kumppani.events.door;

import java.util.Optional;

/** Where one decision about the door of an event is made: what is known, and what is to be kept. */
public interface DoorDesk {

    /** The door as it stands now. */
    Door door();

    /** A note that was heard before. */
    Optional<KeptNote> note(String id);

    /** What is known of a registration's arrival. */
    Arrival arrival(long number);

    /** Keeps the numbers. */
    void keep(Door door);

    /** Remembers a note. */
    void keep(String id, KeptNote note);

    /** Keeps what is known of a registration's arrival. */
    void keep(long number, Arrival arrival);

    /** Writes a line down. */
    void log(DoorLine line);
}
