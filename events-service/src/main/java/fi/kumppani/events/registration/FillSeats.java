package fi.kumppani.events.registration;

import fi.kumppani.events.event.EventId;
import fi.kumppani.events.event.WaitingList;

import org.springframework.stereotype.Service;

import java.time.Clock;

/**
 * Gives the seats an event has gained to those who wait, some at a time: each step is small and
 * whole, and whoever comes next goes on where a crash stopped.
 */
@Service
public class FillSeats implements WaitingList {

    private static final int SEATS_A_STEP = 64;

    private final Registrations registrations;
    private final Clock clock;

    FillSeats(Registrations registrations, Clock clock) {
        this.registrations = registrations;
        this.clock = clock;
    }

    @Override
    public void fill(EventId id) {
        int promoted = SEATS_A_STEP;
        while (promoted == SEATS_A_STEP) {
            promoted = step(id);
        }
    }

    private int step(EventId id) {
        return registrations
                .decide(
                        id,
                        desk ->
                                Seats.at(desk, clock.instant())
                                        .promote(SEATS_A_STEP, "capacity raised"))
                .orElse(0);
    }
}
