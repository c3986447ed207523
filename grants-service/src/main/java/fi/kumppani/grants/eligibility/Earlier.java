package fi.kumppani.grants.eligibility;

import fi.kumppani.grants.call.CallId;
import fi.kumppani.grants.scheme.GrantKind;
import fi.kumppani.kit.money.Euros;

/**
 * An application that an association has handed in for the same budget year, alone or together with
 * others.
 *
 * @param application its id
 * @param call the call it answers
 * @param kind the kind of that call
 * @param amount what was granted, or is asked for until it is decided
 * @param asPartner whether another association is its applicant, and this one takes part
 */
public record Earlier(
        String application, CallId call, GrantKind kind, Euros amount, boolean asPartner) {

    /** An application of which the association is the applicant. */
    public Earlier(String application, CallId call, GrantKind kind, Euros amount) {
        this(application, call, kind, amount, false);
    }

    /** The same, for an association that takes part in it. */
    public Earlier ofPartner() {
        return new Earlier(application, call, kind, amount, true);
    }
}
