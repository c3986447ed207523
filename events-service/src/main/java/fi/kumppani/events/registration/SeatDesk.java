package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.seating.Seating;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where one decision about the seats of an event is made: what is true now, after all decisions
 * before it, and what is to be true after it. All of it is kept at once or not at all.
 */
public interface SeatDesk {

    /** The event as it stands now. */
    Event event();

    /** A registration as it stands now. */
    Optional<Registration> registration(long number);

    /** Registrations as they stand now, read together, in the order of their numbers. */
    List<Registration> registrations(Collection<Long> numbers);

    /** The number a mailbox registered last under. */
    Optional<Long> claimOf(Fingerprint mailbox);

    /** What a request with this key was answered. */
    Optional<AskedBefore> askedBefore(String requestKey);

    /** Changes who sits and who waits. */
    void seat(Seating next);

    /** Keeps a registration as it is now, and tells what happened to it. */
    void keep(RegistrationHappening happening);

    /** Remembers which number a mailbox registered under. */
    void claim(Fingerprint mailbox, long number);

    /** Remembers what a request was answered. */
    void remember(String requestKey, AskedBefore asked);

    /** Writes down what was decided and why. */
    void log(JournalEntry entry);
}
