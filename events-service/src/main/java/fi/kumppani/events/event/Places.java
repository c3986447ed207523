package fi.kumppani.events.event;

import fi.kumppani.events.admission.RegistrationRules;
import fi.kumppani.events.seating.Commitments;
import fi.kumppani.events.seating.Seating;

/**
 * The places of an event: by what rules they are given, who has them and what is promised.
 *
 * @param rules by which people register
 * @param seating who sits and who waits, by number
 * @param commitments what is promised for a time
 */
public record Places(RegistrationRules rules, Seating seating, Commitments commitments) {

    /** All places free. */
    public static Places empty(RegistrationRules rules) {
        return new Places(rules, Seating.empty(rules.seats()), Commitments.NONE);
    }

    /**
     * The same under other rules.
     *
     * @throws IllegalArgumentException when more seats are taken than there would be
     */
    Places under(RegistrationRules next) {
        return new Places(next, seating.under(next.seats()), commitments);
    }
}
