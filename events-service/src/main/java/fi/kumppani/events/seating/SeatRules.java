package fi.kumppani.events.seating;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How the seats of an event are given out.
 *
 * @param capacity seats, 1 to {@value #MOST_SEATS}
 * @param quotas parts of the seats, each with an id of its own; the seats themselves are shared
 * @param mostWaiting how many parties may wait, 0 to {@value #MOST_WAITING}
 * @param partyRule what becomes of parties that do not fit
 */
public record SeatRules(int capacity, List<Quota> quotas, int mostWaiting, PartyRule partyRule) {

    /** The most seats an event may have. */
    public static final int MOST_SEATS = 10_000;

    /** The most who may wait; beyond that waiting is no use and the line would grow. */
    public static final int MOST_WAITING = 20_000;

    /**
     * @throws IllegalArgumentException when the rules contradict each other
     */
    public SeatRules {
        quotas = List.copyOf(quotas);
        if (capacity < 1 || capacity > MOST_SEATS) {
            throw new IllegalArgumentException("An event has 1 to " + MOST_SEATS + " seats");
        }
        if (mostWaiting < 0 || mostWaiting > MOST_WAITING) {
            throw new IllegalArgumentException("0 to " + MOST_WAITING + " may wait");
        }
        Set<String> ids = new HashSet<>();
        for (Quota quota : quotas) {
            if (!ids.add(quota.id())) {
                throw new IllegalArgumentException("Two quotas are called " + quota.id());
            }
        }
    }

    /** Seats for everybody alike. */
    public static SeatRules of(int capacity) {
        return new SeatRules(capacity, List.of(), MOST_WAITING, PartyRule.TOGETHER_IN_ORDER);
    }

    /** The quota with this id. */
    public Optional<Quota> quota(String id) {
        return quotas.stream().filter(quota -> quota.id().equals(id)).findFirst();
    }

    /** Whether a party could ever get seats, if all were free. */
    public boolean couldSeat(Party party) {
        return partyRule == PartyRule.SPLIT || party.seats() <= mostFor(party.quota());
    }

    private int mostFor(@Nullable String quota) {
        return quota == null
                ? capacity
                : quota(quota).map(known -> Math.min(known.seats(), capacity)).orElse(capacity);
    }
}
