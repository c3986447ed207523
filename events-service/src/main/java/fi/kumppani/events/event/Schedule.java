package fi.kumppani.events.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The times of an event.
 *
 * @param coffeeFrom when coffee is served, if it is; not after the start
 * @param startsAt when it starts
 * @param endsAt when it ends; after the start
 * @param registrationDeadline the last instant to register; not after the start
 */
public record Schedule(
        @Nullable Instant coffeeFrom,
        Instant startsAt,
        Instant endsAt,
        Instant registrationDeadline) {

    /**
     * @throws IllegalArgumentException when {@link #faults} would have found any
     */
    public Schedule {
        var found = faults(coffeeFrom, startsAt, endsAt, registrationDeadline);
        if (!found.isEmpty()) {
            throw new IllegalArgumentException("The times of an event contradict: " + found);
        }
    }

    /** What is wrong with times before they are a schedule; nothing when they hold together. */
    public static List<Fault> faults(
            @Nullable Instant coffeeFrom,
            Instant startsAt,
            Instant endsAt,
            Instant registrationDeadline) {
        List<Fault> found = new ArrayList<>();
        if (coffeeFrom != null && coffeeFrom.isAfter(startsAt)) {
            found.add(Fault.COFFEE_AFTER_START);
        }
        if (!endsAt.isAfter(startsAt)) {
            found.add(Fault.END_NOT_AFTER_START);
        }
        if (registrationDeadline.isAfter(startsAt)) {
            found.add(Fault.DEADLINE_AFTER_START);
        }
        return List.copyOf(found);
    }

    /** Whether one may still register. */
    public boolean takesRegistrations(Instant now) {
        return !now.isAfter(registrationDeadline);
    }

    /** Whether it has begun, so that seats are not passed on any more. */
    public boolean hasStarted(Instant now) {
        return !now.isBefore(startsAt);
    }

    /** Whether it is over. */
    public boolean isOver(Instant now) {
        return !now.isBefore(endsAt);
    }

    /** Why times do not hold together. */
    public enum Fault {
        /** Coffee would be served after the start. */
        COFFEE_AFTER_START,
        /** It would end before it has been. */
        END_NOT_AFTER_START,
        /** One could register for something that has begun. */
        DEADLINE_AFTER_START
    }
}
