package fi.kumppani.events.notice;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.SeatDesk;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;

/**
 * Owes a notice to a few who registered, in order of their numbers. How far it has come is kept
 * with the event in the same write as what is owed, so nobody is told twice and nobody is left out,
 * wherever it breaks off.
 *
 * @param kind what they are told
 * @param revision the event's revision that they are told of
 * @param whom who of them is concerned
 */
record Telling(NoticeKind kind, long revision, Predicate<Registration.Live> whom) {

    private static final int A_STEP = 64;

    /** The numbers that are told next. */
    static List<Long> next(long told, long upTo) {
        return LongStream.rangeClosed(told + 1, Math.min(upTo, told + A_STEP)).boxed().toList();
    }

    /**
     * Tells the next few.
     *
     * @param told all numbers up to this one have been told
     * @param upTo the last one to be told
     * @return all numbers up to this one have been told now
     */
    long step(SeatDesk desk, long told, long upTo) {
        long last = Math.min(upTo, told + A_STEP);
        int owed = 0;
        for (Registration registration : desk.registrations(next(told, upTo))) {
            if (registration instanceof Registration.Live live
                    && live.particulars().registrant() instanceof Registrant.Person
                    && !live.particulars().imported()
                    && whom.test(live)) {
                desk.keep(new RegistrationHappening.NoticeDue(live, kind, revision));
                owed++;
            }
        }
        if (owed > 0) {
            desk.log(
                    JournalEntry.of(
                            JournalEntry.Kind.TOLD,
                            Actor.SYSTEM,
                            "%s to %d of %d–%d".formatted(kind.code(), owed, told + 1, last)));
        }
        return last;
    }
}
