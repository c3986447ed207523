package fi.kumppani.events.notice;

import fi.kumppani.events.event.Actor;
import fi.kumppani.events.event.JournalEntry;
import fi.kumppani.events.event.NoticeKind;
import fi.kumppani.events.registration.Registrant;
import fi.kumppani.events.registration.Registration;
import fi.kumppani.events.registration.RegistrationHappening;
import fi.kumppani.events.registration.SeatDesk;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        List<Long> numbers = next(told, upTo);
        int owed = tell(desk, numbers);
        if (owed > 0) {
            desk.log(
                    JournalEntry.of(
                            JournalEntry.Kind.TOLD,
                            Actor.SYSTEM,
                            "%s to %d of %d–%d".formatted(kind.code(), owed, told + 1, last)));
        }
        return last;
    }

    /**
     * Owes it to those of some whom it is for, and who have not been told what comes after the
     * event by a note that came late.
     *
     * @return how many they are
     */
    int tell(SeatDesk desk, List<Long> numbers) {
        Map<Long, Set<NoticeKind>> before = comesAfter() ? desk.toldOf(numbers) : Map.of();
        int owed = 0;
        for (Registration registration : desk.registrations(numbers)) {
            Set<NoticeKind> known = before.getOrDefault(registration.id().number(), Set.of());
            if (registration instanceof Registration.Live live
                    && concerns(live)
                    && !known.contains(kind)) {
                tell(desk, live, known);
                owed++;
            }
        }
        return owed;
    }

    private boolean concerns(Registration.Live live) {
        return live.particulars().registrant() instanceof Registrant.Person
                && !live.particulars().imported()
                && whom.test(live);
    }

    private void tell(SeatDesk desk, Registration.Live live, Set<NoticeKind> known) {
        desk.keep(new RegistrationHappening.NoticeDue(live, kind, revision));
        if (comesAfter()) {
            Set<NoticeKind> kinds = EnumSet.of(kind);
            kinds.addAll(known);
            desk.noteTold(live.id().number(), kinds);
        }
    }

    private boolean comesAfter() {
        return kind == NoticeKind.MEMO || kind == NoticeKind.FEEDBACK;
    }
}
