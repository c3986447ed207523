package fi.kumppani.events.registration;

import fi.kumppani.events.event.Event;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.event.Standing;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Seating;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    /** What is remembered of a mailbox. */
    Optional<Claim> claimOf(Fingerprint mailbox);

    /** The numbers that were registered for an association, gone ones too. */
    List<Long> numbersOf(String association);

    /** What a request with this key was answered. */
    Optional<AskedBefore> askedBefore(String requestKey);

    /** Changes who sits and who waits, and what is promised. */
    void seat(Seating seating, Commitments commitments);

    /** Changes what the event owes to tell those who registered; its revision stays. */
    void stand(Standing standing);

    /** Keeps a registration as it is now, and tells what happened to it. */
    void keep(RegistrationHappening happening);

    /** Keeps what somebody needs, apart from their registration; nothing when it is empty. */
    void keepNeeds(long number, Map<String, List<String>> needs);

    /**
     * What registrations have been told of after the event, read together; those that have been
     * told nothing are left out.
     */
    Map<Long, Set<NoticeKind>> toldOf(Collection<Long> numbers);

    /** Notes what a registration has been told of after the event. */
    void noteTold(long number, Set<NoticeKind> kinds);

    /** Remembers which number a mailbox registered under. */
    void claim(Fingerprint mailbox, Claim claim);

    /** Remembers one more number that was registered for an association. */
    void claim(String association, long number);

    /** Remembers what a request was answered. */
    void remember(String requestKey, AskedBefore asked);

    /** Writes down what was decided and why. */
    void log(JournalEntry entry);
}
