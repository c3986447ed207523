package fi.kumppani.events.registration.web;

import fi.kumppani.events.registration.Registration;

import java.time.Instant;

/**
 * Seats that are held.
 *
 * @param number goes with the form
 * @param token the same
 * @param until when they are given back
 */
record HoldView(long number, String token, int seats, Instant until) {

    static HoldView of(Registration.Held hold, String token) {
        return new HoldView(
                hold.id().number(), token, hold.particulars().party().seats(), hold.until());
    }
}
